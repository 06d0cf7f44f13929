import { aptInstall, canAptInstall } from './aptInstall.ts'
import { browserPaths } from './browserPaths.ts'
import { type Machine, thisMachine } from './machine.ts'

/** Chromium, and the fonts without which Chinese, Japanese, Korean and emoji show as boxes. */
const PACKAGES = ['chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji']

/** Thrown when the machine has no browser and we may not, or could not, install one. */
export class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError'
}

/**
 * Path of a Chromium, Chrome or Edge. `CHROME_PATH` wins; then the usual places. On Debian or Ubuntu as root,
 * Chromium is installed when none is there.
 */
export function findBrowser(machine: Machine = thisMachine()): string {
  const wanted = machine.env.CHROME_PATH
  if (wanted) {
    if (machine.executable(wanted)) return wanted
    throw new NoBrowserError(`CHROME_PATH points to "${wanted}", which is not a program that can be started.`)
  }
  const found = installedBrowser(machine)
  if (found) return found
  if (canAptInstall(machine)) {
    aptInstall(machine, PACKAGES)
    const installed = installedBrowser(machine)
    if (installed) return installed
    throw new NoBrowserError(
      'Installing Chromium with apt-get did not work. Install Chromium or Chrome and set CHROME_PATH to its program.',
    )
  }
  throw new NoBrowserError(`No Chromium, Chrome or Edge found. ${advice(machine.platform)}`)
}

function installedBrowser(machine: Machine): string | undefined {
  return browserPaths(machine).find((path) => machine.executable(path) && starts(path, machine))
}

/** Ubuntu leaves a `chromium-browser` script behind that only says "install the snap": ask it for its version. */
function starts(path: string, machine: Machine): boolean {
  return machine.platform !== 'linux' || machine.run(path, ['--version'])
}

function advice(platform: NodeJS.Platform): string {
  const then = 'or set CHROME_PATH to the program of one you have.'
  if (platform === 'darwin') return `Install one, for instance with "brew install --cask chromium", ${then}`
  if (platform === 'win32') return `Install one, for instance with "winget install Google.Chrome", ${then}`
  return `Install one, for instance with "sudo apt-get install chromium" or "sudo dnf install chromium", ${then}`
}
