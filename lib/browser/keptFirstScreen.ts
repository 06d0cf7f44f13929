import type { FirstScreen } from '../domain/firstScreen.ts'
import { readFirstScreen } from './firstScreen.ts'

/** Null where nothing is kept, so that the page waits for its database. */
type Kept = FirstScreen | null

let kept: Kept | undefined
// Asked for as soon as this module is loaded: a page loads it before all else, and has the answer when the rest is ready.
const asked = readFirstScreen().then((screen) => {
  kept = screen
  return screen
})

/** What was kept for the first paint: at once where it is there already, so that it can be painted with no frame before. */
export function keptFirstScreen(): Kept | Promise<Kept> {
  return kept === undefined ? asked : kept
}
