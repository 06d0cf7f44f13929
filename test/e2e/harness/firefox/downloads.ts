import { basename } from 'node:path'
import type { SavedFile } from '../browserRun.ts'
import { waitUntil } from '../waitUntil.ts'
import type { ChromeScope } from './chromeScope.ts'

const PATHS = `(async () => {
  const { Downloads } = ChromeUtils.importESModule('resource://gre/modules/Downloads.sys.mjs')
  const all = await (await Downloads.getList(Downloads.ALL)).getAll()
  return all.filter(({ succeeded }) => succeeded).map(({ target }) => target.path).join('\\n')
})()`

/** The file that is saved in the course of some work. Firefox tells Playwright of none that an extension's page saves. */
export async function savedDuring(chrome: ChromeScope, work: () => Promise<void>): Promise<SavedFile> {
  const paths = async () => (await chrome.evaluate<string>(PATHS)).split('\n').filter((path) => path !== '')
  const before = await paths()
  await work()
  const saved = async () => (await paths()).find((path) => !before.includes(path))
  const path = await waitUntil(saved, { what: 'a file to be saved' })
  return { name: basename(path), path }
}
