import type { Sandbox } from '../sandbox/sandbox.ts'

const LOOKED_AT = 400

/** Words to search for: as many that are common as that are rare among the newest messages; the same in each world. */
export function searchWords({ world }: Sandbox, count: number): string[] {
  const texts = world
    .conversations()
    .flatMap(({ thread }) => Array.from({ length: 8 }, (_, place) => thread.at(place)?.text ?? ''))
    .slice(0, LOOKED_AT)
  const uses = new Map<string, number>()
  for (const word of texts.flatMap((text) => text.toLowerCase().match(/\b[a-z]{5,10}\b/g) ?? [])) {
    uses.set(word, (uses.get(word) ?? 0) + 1)
  }
  const ordered = [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word)
  const half = Math.ceil(count / 2)
  return [...ordered.slice(0, half), ...ordered.slice(half - count)]
}
