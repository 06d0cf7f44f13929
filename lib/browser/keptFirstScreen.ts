import type { FirstScreen } from '../domain/firstScreen.ts'
import { readFirstScreen } from './firstScreen.ts'

/**
 * What was kept for the first paint; null where nothing is, so that the page waits for its database. Asked for as soon
 * as this module is loaded: a page imports it before all else, and has the answer when the rest is ready.
 */
export const keptFirstScreen: Promise<FirstScreen | null> = readFirstScreen()
