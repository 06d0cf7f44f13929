import { posix, win32 } from 'node:path'
import type { Machine } from './machine.ts'

/** Unbranded builds come first: they take `--load-extension`, which branded Chrome dropped in version 137. */
const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'google-chrome-beta',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const LINUX_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
]

const MAC_PATHS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const WINDOWS_PATHS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** Every place where a browser of the Chromium family usually stands on this machine, best choice first. */
export function browserPaths({ platform, env }: Pick<Machine, 'platform' | 'env'>): string[] {
  if (platform === 'win32') {
    const roots = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(isText)
    return WINDOWS_PATHS.flatMap((path) => roots.map((root) => win32.join(root, path)))
  }
  if (platform === 'darwin') {
    const roots = ['', env.HOME].filter((root) => root !== undefined)
    return MAC_PATHS.flatMap((path) => roots.map((root) => root + path))
  }
  const folders = (env.PATH ?? '').split(':').filter(isText)
  const named = LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
  return [...new Set([...named, ...LINUX_PATHS])]
}

/** Whether this is a vendor's branded build, which takes extensions over the debugging protocol only. */
export function isBranded(path: string): boolean {
  if (/chromium|for testing/i.test(path)) return false
  return /google.chrome|google[\\/]chrome|msedge|microsoft.edge/i.test(path)
}

function isText(text: string | undefined): text is string {
  return text !== undefined && text !== ''
}
