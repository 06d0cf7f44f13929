import { posix } from 'node:path'
import { aptInstall, canAptInstall } from './aptInstall.ts'
import { NoBrowserError } from './findBrowser.ts'
import { type Machine, thisMachine } from './machine.ts'

const NAMES = ['firefox-esr', 'firefox']
const PLACES = [
  '/usr/lib/firefox-esr/firefox-esr',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

/**
 * Path of a Firefox that installs add-ons nobody signed: ESR, Developer Edition or Nightly. `FIREFOX_PATH` wins; then the
 * usual places. On Debian as root, Firefox ESR is installed when none is there.
 */
export function findFirefox(machine: Machine = thisMachine()): string {
  const wanted = machine.env.FIREFOX_PATH
  if (wanted) {
    if (machine.executable(wanted)) return wanted
    throw new NoBrowserError(
      `FIREFOX_PATH points to "${wanted}", which is not a program that can be started.`,
    )
  }
  const found = installed(machine)
  if (found) return found
  if (canAptInstall(machine)) {
    aptInstall(machine, ['firefox-esr'])
    const now = installed(machine)
    if (now) return now
  }
  throw new NoBrowserError(
    'No Firefox found. Install Firefox ESR, for instance with "sudo apt-get install firefox-esr", or set FIREFOX_PATH to its program.',
  )
}

function installed(machine: Machine): string | undefined {
  const folders = (machine.env.PATH ?? '').split(':').filter((folder) => folder !== '')
  const named = NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
  return [...named, ...PLACES].find((path) => machine.executable(path))
}
