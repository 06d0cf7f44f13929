import Dexie, { RangeSet } from 'dexie'

/**
 * Has every live query in every page look again. A worker that dies between a commit and the word of it leaves
 * pages showing what was true before; the next worker cannot know which, so it says this once, as it starts.
 */
export function announceStore(): void {
  Dexie.on.storagemutated.fire({ all: new RangeSet(Number.NEGATIVE_INFINITY, [[]]) })
}
