import type { FirstScreen } from '../domain/firstScreen.ts'
import { forgetMemo, readMemo, writeMemo } from './memo.ts'

const MEMO = 'firstScreen'

/** What was kept last, or null. */
export async function readFirstScreen(): Promise<FirstScreen | null> {
  try {
    return ((await readMemo(MEMO)) ?? null) as FirstScreen | null
  } catch {
    return null
  }
}

/** Keeps it in memory: it is never on the disk, and gone with the browser. */
export function keepFirstScreen(screen: FirstScreen): Promise<void> {
  // What cannot be kept must not leave an older one behind.
  return writeMemo(MEMO, screen).catch(forgetFirstScreen)
}

/** From here on pages wait for their database, until the worker keeps what is true then. */
export function forgetFirstScreen(): Promise<void> {
  return forgetMemo(MEMO)
}
