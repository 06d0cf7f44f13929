import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { productionEnv, ROOT, run } from './build.ts'

/** The tag of the newest release below what is checked out; null where this clone knows of none. */
export function lastRelease(): string | null {
  const args = ['describe', '--tags', '--abbrev=0', '--match=v[0-9]*']
  const { status, stdout } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

/**
 * Builds a release for this browser from its tag as it was built then, with the packages of its own lock file, against another API
 * base URL.
 * @returns the folder of the extension, which is there until the test is over
 */
export async function buildRelease(tag: string, baseUrl: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-release-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const archive = join(folder, 'release.tar')
  await run('git', ['archive', `--output=${archive}`, tag])
  await run('tar', ['-xf', archive, '-C', folder])
  const env = { ...productionEnv(), WXT_API_BASE_URL: baseUrl }
  await run('npm', ['ci'], { cwd: folder, env })
  const [script, built] =
    inject('browser') === 'firefox' ? ['build:firefox', 'firefox-mv3'] : ['build', 'chrome-mv3']
  await run('npm', ['run', script], { cwd: folder, env })
  return join(folder, '.output', built)
}
