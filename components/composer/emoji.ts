import codes from 'emojibase-data/en/shortcodes/github.json'

interface Emoji {
  code: string
  emoji: string
}

const MOST = 30
const ALL: readonly Emoji[] = Object.entries(codes as Record<string, string | string[]>).flatMap(
  ([hexcode, names]) => [names].flat().map((code) => ({ code, emoji: emojiOf(hexcode) })),
)
const BY_CODE = new Map(ALL.map(({ code, emoji }) => [code, emoji]))

/** Emoji whose code has the query in it: those that begin with it first, the shorter ones before the longer. */
export function emojiFor(query: string): Emoji[] {
  const wanted = query.toLowerCase()
  const rank = ({ code }: Emoji) => (code.startsWith(wanted) ? 0 : 100) + code.length
  return ALL.filter(({ code }) => code.includes(wanted))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
}

/** The emoji of a whole code, without its colons. */
export function emojiCalled(code: string): string | undefined {
  return BY_CODE.get(code.toLowerCase())
}

/** The sign itself: those that can be drawn as text are told to be drawn as a picture, as every keyboard does. */
function emojiOf(hexcode: string): string {
  const points = hexcode.split('-').map((part) => String.fromCodePoint(Number.parseInt(part, 16)))
  return points
    .map((point, index) => {
      const isPicture = /\p{Emoji_Presentation}/u.test(point) || !/\p{Emoji}/u.test(point)
      const isTinted = /\p{Emoji_Modifier}/u.test(points[index + 1] ?? '')
      return isPicture || isTinted || points[index + 1] === '\uFE0F' ? point : `${point}\uFE0F`
    })
    .join('')
}
