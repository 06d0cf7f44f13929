import { inject } from 'vitest'
import type { BrowserFamily } from './launch.ts'

const CAN = {
  /** It says when the screen is locked; the other knows only whether somebody is there. */
  tellOfLockedScreen: ['chromium'],
} as const satisfies Record<string, readonly BrowserFamily[]>

/** Whether the browser that the stories are played in has something that not all have: for `test.runIf`. */
export function can(deed: keyof typeof CAN): boolean {
  const browsers: readonly BrowserFamily[] = CAN[deed]
  return browsers.includes(inject('browser'))
}
