import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../../browser/findBrowser.ts'
import { findFirefox } from '../../browser/findFirefox.ts'
import { startChromium } from './chromium/startChromium.ts'
import { startFirefox } from './firefox/startFirefox.ts'
import { Harness } from './harness.ts'
import { NotificationLog } from './notificationLog.ts'
import { Problems } from './problems.ts'

/** The browsers there is a build for. */
export type BrowserFamily = 'chromium' | 'firefox'

/** What to launch. */
export interface LaunchOptions {
  /** Which family of browsers to start; without it Chromium. */
  readonly browser?: BrowserFamily
  /** The folder of the built extension. */
  readonly extensionDir: string
  readonly headless?: boolean
  /** A profile to keep; without it a temporary one is made, and removed by `close()`. */
  readonly userDataDir?: string
  /** The program of the browser; without it the finder looks for one. */
  readonly browserPath?: string
  /** The language of the browser, such as `de`; without it that of the machine, or English. */
  readonly language?: string
}

/** Starts a browser with the extension loaded and returns the handle tests work with. */
export async function launchExtension(options: LaunchOptions): Promise<Harness> {
  const { browser = 'chromium', extensionDir, headless = true, language } = options
  const [startBrowser, find] =
    browser === 'firefox' ? [startFirefox, findFirefox] : [startChromium, findBrowser]
  const browserPath = options.browserPath ?? find()
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'parley-profile-')))
  const problems = new Problems()
  const notificationLog = new NotificationLog()
  const listeners = new Set([(text: string) => notificationLog.hear(text)])
  const heard = (text: string) => {
    for (const listener of listeners) listener(text)
  }
  const start = () =>
    startBrowser({
      browserPath,
      extensionDir,
      userDataDir,
      headless,
      language,
      problems,
      heard,
    })
  const removeProfile = async () => {
    // The browser may still be writing its last files when it says it has closed.
    if (!options.userDataDir)
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  try {
    return new Harness({ start, problems, notificationLog, listeners, removeProfile }, await start())
  } catch (error) {
    await removeProfile()
    throw error
  }
}
