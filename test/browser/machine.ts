import { spawnSync } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import process from 'node:process'

/** What the browser finder needs to know of the machine it runs on; tests hand in their own. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
  /** Whether the file exists and may be executed. */
  executable(path: string): boolean
  /** The text of a file, or an empty string when it cannot be read. */
  read(path: string): string
  /** Runs a command to its end; true when it ended well. A loud command shows its output on stderr. */
  run(command: string, args: readonly string[], options?: { loud?: boolean }): boolean
}

/** The machine this process runs on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    executable(path) {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false
      }
    },
    read(path) {
      try {
        return readFileSync(path, 'utf8')
      } catch {
        return ''
      }
    },
    run(command, args, options) {
      // Output goes to stderr: stdout belongs to the caller's own report.
      const output = options?.loud ? process.stderr : 'ignore'
      const result = spawnSync(command, [...args], {
        stdio: ['ignore', output, output],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
      return result.status === 0
    },
  }
}
