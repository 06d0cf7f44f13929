import browser from 'webextension-polyfill'
import type { UserState } from '../domain/pace.ts'

/** Nobody touched the computer for so long (s): they are away. */
const AWAY_SECONDS = 5 * 60

/** Whether the user is at the computer; where the browser cannot tell, they are. */
export async function userState(): Promise<UserState> {
  try {
    return await browser.idle.queryState(AWAY_SECONDS)
  } catch {
    return 'active'
  }
}

/** Says when somebody counts as away; the browser remembers it until it closes. */
export function watchIdle(): void {
  browser.idle.setDetectionInterval(AWAY_SECONDS)
}

/** Calls back when the user is back at the computer. */
export function onReturn(handle: () => void): void {
  browser.idle.onStateChanged.addListener((state) => {
    if (state === 'active') handle()
  })
}
