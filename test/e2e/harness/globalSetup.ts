import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findBrowser } from '../../browser/findBrowser.ts'
import { findFirefox } from '../../browser/findFirefox.ts'
import { buildExtension, ROOT } from './build.ts'
import { freePort } from './freePort.ts'
import type { BrowserFamily } from './launch.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Which browser the stories are played in. */
    readonly browser: BrowserFamily
    /** The loopback port the extension under test was built for; each test starts its own sandbox there. */
    readonly apiPort: number
    /** The folder of the built extension. */
    readonly extensionDir: string
    /** The program of the browser. */
    readonly browserPath: string
  }
}

/**
 * One build serves the whole run: it knows one port, test files run one after the other, and each starts its
 * sandbox on that port and stops it again. The port differs from run to run, so two runs do not meet.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = project.name === 'firefox' ? 'firefox' : 'chromium'
  const browserPath = browser === 'firefox' ? findFirefox() : findBrowser()
  const apiPort = await freePort()
  const outDir = join('.output', `e2e-${apiPort}`)
  const extensionDir = await buildExtension(`http://127.0.0.1:${apiPort}/linkedin`, {
    outDir,
    browser,
  })
  project.provide('browser', browser)
  project.provide('apiPort', apiPort)
  project.provide('extensionDir', extensionDir)
  project.provide('browserPath', browserPath)
  return () => rm(join(ROOT, outDir), { recursive: true, force: true })
}
