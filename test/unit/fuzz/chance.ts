/** Chance that can be repeated: the same seed gives the same throws. */
export interface Chance {
  /** A whole number below `end`. */
  int(end: number): number
  maybe(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** An independent one that depends on this seed and the label alone, not on what was thrown before. */
  fork(label: string): Chance
}

/** mulberry32 (Tommy Ettinger, public domain). */
export function makeChance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (end: number) => Math.floor(next() * end)
  return {
    int,
    maybe: (probability) => next() < probability,
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new Error('Nothing to pick from')
      return from[int(from.length)] as T
    },
    fork(label) {
      let hash = seed ^ 0x9e3779b9
      for (const char of label) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x85ebca6b)
      return makeChance(hash)
    },
  }
}
