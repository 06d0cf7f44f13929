import { inject } from 'vitest'
import type { SandboxOptions } from '../../sandbox/options.ts'
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts'
import { connectInbox } from './connectInbox.ts'
import type { Harness } from './harness.ts'
import { launchExtension } from './launch.ts'

/** What a test starts with. */
export interface SceneOptions {
  /** The world behind the API; its port is the one the extension was built for. */
  readonly sandbox?: Omit<SandboxOptions, 'port'>
  /** Leaves the extension as freshly installed instead of connecting it. */
  readonly firstRun?: boolean
}

/** A running stand-in API and a browser whose extension talks to it. */
export interface Scene {
  readonly sandbox: Sandbox
  readonly harness: Harness
  /** Ends both. */
  stop(): Promise<void>
}

/** Sets the scene of one test. Only one can stand at a time: all use the one port of the build. */
export async function startScene({
  sandbox: world = {},
  firstRun = false,
}: SceneOptions = {}): Promise<Scene> {
  const sandbox = await startSandbox({ ...world, port: inject('apiPort') })
  let harness: Harness | undefined
  const stop = async () => {
    try {
      await harness?.close()
    } finally {
      await sandbox.stop()
    }
  }
  try {
    harness = await launchExtension({
      browser: inject('browser'),
      extensionDir: inject('extensionDir'),
      browserPath: inject('browserPath'),
    })
    if (!firstRun) {
      const options = await harness.openPage('options.html', { width: 900 })
      await connectInbox(options, sandbox.key)
      await options.close()
    }
    return { sandbox, harness, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
