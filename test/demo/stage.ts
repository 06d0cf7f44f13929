import { findBrowser } from '../browser/findBrowser.ts'
import { buildExtension } from '../e2e/harness/build.ts'
import { freePort } from '../e2e/harness/freePort.ts'
import type { Harness } from '../e2e/harness/harness.ts'
import { launchExtension } from '../e2e/harness/launch.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'

/** A lively inbox and a browser with the extension built for it. */
export interface Stage {
  readonly sandbox: Sandbox
  readonly harness: Harness
  /** Ends all that was started. */
  clear(): Promise<void>
}

/** Builds the extension against a stand-in API, fills that with an inbox, and starts both. */
export async function setStage(options: {
  headless: boolean
  say: (line: string) => void
  /** Default 300. */
  conversations?: number
}): Promise<Stage> {
  const browserPath = findBrowser()
  const port = await freePort()
  options.say('Building the extension')
  const extensionDir = await buildExtension(`http://127.0.0.1:${port}/linkedin`, {
    outDir: '.output/demo-build',
  })
  const sandbox = await startSandbox({ port, accounts: 2, conversations: options.conversations ?? 300 })
  try {
    options.say(`Starting ${browserPath}`)
    const harness = await launchExtension({ extensionDir, browserPath, headless: options.headless })
    const clear = async () => {
      try {
        await harness.close()
      } finally {
        await sandbox.stop()
      }
    }
    return { sandbox, harness, clear }
  } catch (error) {
    await sandbox.stop()
    throw error
  }
}
