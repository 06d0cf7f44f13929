import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { BrowserFamily } from './launch.ts'

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** Where a build goes: a folder of its own, so that it never overwrites the product's build. */
export interface BuildOptions {
  readonly browser?: BrowserFamily
  /** Relative to the root of the repository, below `.output`. */
  readonly outDir: string
}

/** Builds the extension against another API base URL and returns the folder to load. */
export async function buildExtension(
  baseUrl: string,
  { outDir, browser = 'chromium' }: BuildOptions,
): Promise<string> {
  const name = browser === 'firefox' ? 'firefox' : 'chrome'
  const script = fileURLToPath(new URL('./wxtBuild.ts', import.meta.url))
  await run(process.execPath, ['--import', 'tsx', script, outDir, name], {
    env: { ...productionEnv(), WXT_API_BASE_URL: baseUrl },
  })
  return join(ROOT, outDir, `${name}-mv3`)
}

/** Vitest marks its environment, and React or Vite would build for development if the build inherited that. */
export function productionEnv(): NodeJS.ProcessEnv {
  const env = { ...process.env }
  for (const name of [
    'NODE_ENV',
    'VITEST',
    'MODE',
    'DEV',
    'PROD',
    'SSR',
    'TEST',
    'BASE_URL',
    'NODE_OPTIONS',
  ]) {
    delete env[name]
  }
  return env
}

/** Runs a step of a build, keeps its output to itself and shows it only when the step fails. */
export function run(
  command: string,
  args: string[],
  { cwd = ROOT, env = process.env }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The extension did not build (exit ${code}):\n${output}`)),
    )
  })
}
