import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../../browser/findBrowser.ts'
import { type BrowserRun, startBrowser } from './browserRun.ts'
import { Harness } from './harness.ts'
import { NotificationLog } from './notificationLog.ts'
import { Problems } from './problems.ts'

/** What to launch. */
export interface LaunchOptions {
  /** The folder of the built extension. */
  readonly extensionDir: string
  readonly headless?: boolean
  /** A profile to keep; without it a temporary one is made, and removed by `close()`. */
  readonly userDataDir?: string
  /** The program of the browser; without it the finder looks for one. */
  readonly browserPath?: string
  /** More switches for the browser. */
  readonly args?: readonly string[]
  /** The language of the browser, such as `de`; without it that of the machine, or English. */
  readonly language?: string
}

/** Starts a browser with the extension loaded and returns the handle tests work with. */
export async function launchExtension(options: LaunchOptions): Promise<Harness> {
  const { extensionDir, headless = true, args, language } = options
  const browserPath = options.browserPath ?? findBrowser()
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'parley-profile-')))
  const problems = new Problems()
  const notificationLog = new NotificationLog()
  const start = async (): Promise<BrowserRun> => {
    const run = await startBrowser({
      browserPath,
      extensionDir,
      userDataDir,
      headless,
      args,
      language,
      problems,
    })
    notificationLog.watchContext(run.context)
    return run
  }
  const removeProfile = async () => {
    // The browser may still be writing its last files when it says it has closed.
    if (!options.userDataDir)
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  try {
    return new Harness({ start, problems, notificationLog, removeProfile }, await start())
  } catch (error) {
    await removeProfile()
    throw error
  }
}
