import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import type { ChromeScope } from './chromeScope.ts'

/** Where Firefox looks for what administrators decide, once it starts the extension. */
export async function policyFileOf(chrome: ChromeScope, extensionId: string): Promise<string> {
  const folder = await chrome.evaluate<string>(
    "Services.dirsvc.get('XREUserNativeManifests', Ci.nsIFile).path",
  )
  return join(folder, 'managed-storage', `${extensionId}.json`)
}

/**
 * Puts down what they decide; null for nothing.
 * @param home the one that Firefox was started with, as not every system has it look there
 */
export async function writePolicy(
  file: string,
  home: string,
  policy: Readonly<Record<string, unknown>> | null,
): Promise<void> {
  if (relative(home, file).startsWith('..')) throw new Error(`Firefox reads policies from ${file}`)
  if (policy === null) return rm(file, { force: true })
  await mkdir(dirname(file), { recursive: true })
  const name = basename(file, '.json')
  await writeFile(file, JSON.stringify({ name, description: 'Made up', type: 'storage', data: policy }))
}
