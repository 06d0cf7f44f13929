import type { TextKey } from './texts.ts'

/** What users are told of a version. */
export interface News {
  /** Major and minor: mere corrections have no news. */
  version: string
  lines: readonly TextKey[]
}

/** Newest first, a few lines each. A version that has nothing to tell is left out, and comes silently. */
export const NEWS: readonly News[] = [
  { version: '0.1', lines: ['news_0_1_languages', 'news_0_1_travel', 'news_0_1_search'] },
]

/** What has not been heard by somebody who had one version and has another. */
export function newsBetween(had: string, has: string): readonly News[] {
  return NEWS.filter(({ version }) => isLater(version, had) && !isLater(version, has))
}

function isLater(version: string, than: string): boolean {
  const [major = 0, minor = 0] = numbersOf(version)
  const [otherMajor = 0, otherMinor = 0] = numbersOf(than)
  return major === otherMajor ? minor > otherMinor : major > otherMajor
}

function numbersOf(version: string): number[] {
  return version.split('.').map(Number)
}
