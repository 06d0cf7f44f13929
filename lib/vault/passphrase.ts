/** Fewer signs than this can be guessed in an afternoon, whatever the number of iterations. */
export const SHORTEST_PASSPHRASE = 8

export type PassphraseProblem = 'tooShort' | 'different'

/** What is wrong with a new passphrase as typed twice; null where nothing is. */
export function passphraseProblem(typed: string, repeated: string): PassphraseProblem | null {
  if ([...typed.normalize('NFKC')].length < SHORTEST_PASSPHRASE) return 'tooShort'
  return typed.normalize('NFKC') === repeated.normalize('NFKC') ? null : 'different'
}
