/** A seeded generator of numbers from 0 to 1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const COMMON =
  'the to and you for of we in is on it that have with this be are your as at can our from will would if so know just let me about time next week call thanks great good work team meeting send share project role company please could happy think also when what how'.split(
    ' ',
  )
const EXTRAS = [
  ' 👍',
  ' 🙏',
  ' – ',
  '…',
  ' Grüße aus München',
  ' à bientôt',
  ' 我們下週再談',
  ' 資料を送ります',
  ' Привет',
]
const SYLLABLES = 'ba co de fi gu ha jo ka le mi no pe ra so ta ve wi zu er an in on st tr'.split(' ')

/** Messages as people write them: mostly short, some long, words as often as Zipf says, signs beyond ASCII in one of six. */
export function makeTexts(count: number, seed = 1): string[] {
  const random = seeded(seed)
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T
  const rare = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES)).join(''),
  )
  const word = () =>
    random() < 0.55 ? pick(COMMON) : (rare[Math.floor(rare.length * random() ** 3)] as string)
  return Array.from({ length: count }, () => {
    const length = Math.min(300, Math.max(1, Math.round(Math.exp(2.4 + 0.95 * gaussian(random)))))
    const words = Array.from({ length }, word).join(' ')
    return words.charAt(0).toUpperCase() + words.slice(1) + (random() < 0.17 ? pick(EXTRAS) : '.')
  })
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
