import { inject } from 'vitest'
import type { BrowserFamily } from './launch.ts'

const CAN = {
  /** It says when the screen is locked; the other knows only whether somebody is there. */
  tellOfLockedScreen: ['chromium'],
  /** It shows notifications without their sound, and with buttons. */
  dressNotices: ['chromium'],
  /** A test works in the side panel itself, where the focus is; elsewhere its page is shown in a tab. */
  driveSidePanel: ['chromium'],
  /** It tells a test that one of the extension's pages asks for a file. */
  tellOfFileDialog: ['chromium'],
  /** It speaks whatever language it is started in; the other needs a language pack. */
  speakAnyLanguage: ['chromium'],
  /** A test has a say in how much room there is for databases. */
  limitDisk: ['chromium'],
  /** It tells the extension at once what administrators decide; the other reads it as it starts, and starts anew for it. */
  tellOfPolicies: ['chromium'],
  /** A test can take access to the API back and give it, as the user can in both. */
  takeAccessBack: ['firefox'],
} as const satisfies Record<string, readonly BrowserFamily[]>

/** Whether the browser that the stories are played in has something that not all have: for `test.runIf`. */
export function can(deed: keyof typeof CAN): boolean {
  const browsers: readonly BrowserFamily[] = CAN[deed]
  return browsers.includes(inject('browser'))
}
