import { describe, expect, it } from 'vitest'
import { findBrowser, NoBrowserError } from '../../browser/findBrowser.ts'
import { machineOf } from './machineOf.ts'

const DEBIAN = 'PRETTY_NAME="Debian"\nID=debian\n'
const UBUNTU = 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n'
const FEDORA = 'ID=fedora\n'

describe('findBrowser', () => {
  it('takes CHROME_PATH before anything that is installed', () => {
    const machine = machineOf({
      programs: ['/usr/bin/chromium', '/opt/mine/chrome'],
      env: { CHROME_PATH: '/opt/mine/chrome' },
    })
    expect(findBrowser(machine)).toBe('/opt/mine/chrome')
  })

  it('says so when CHROME_PATH leads nowhere, and does not quietly take another', () => {
    const machine = machineOf({ programs: ['/usr/bin/chromium'], env: { CHROME_PATH: '/gone' } })
    expect(() => findBrowser(machine)).toThrow(/CHROME_PATH points to "\/gone"/)
  })

  it('prefers Chromium to branded Chrome', () => {
    const machine = machineOf({ programs: ['/usr/local/bin/google-chrome', '/usr/bin/chromium'] })
    expect(findBrowser(machine)).toBe('/usr/bin/chromium')
  })

  it('passes by a program that does not start, such as the stub of a snap', () => {
    const machine = machineOf({
      programs: ['/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
      onRun: (line) => !line.startsWith('/usr/bin/chromium-browser'),
    })
    expect(findBrowser(machine)).toBe('/usr/bin/google-chrome')
  })

  it('finds Chrome in the home folder of a Mac', () => {
    const path = '/Users/ann/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    const machine = machineOf({ platform: 'darwin', programs: [path], env: { HOME: '/Users/ann' } })
    expect(findBrowser(machine)).toBe(path)
  })

  it('finds Edge on Windows when nothing else is there', () => {
    const path = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const env = { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }
    expect(findBrowser(machineOf({ platform: 'win32', programs: [path], env }))).toBe(path)
  })

  for (const [name, osRelease] of Object.entries({ Debian: DEBIAN, Ubuntu: UBUNTU })) {
    it(`installs Chromium as root on ${name}, asking nothing`, () => {
      const machine = machineOf({
        isRoot: true,
        osRelease,
        onRun: (line, programs) => {
          if (line.startsWith('apt-get install -y') && / chromium\b/.test(line))
            programs.add('/usr/bin/chromium')
          return true
        },
      })
      expect(findBrowser(machine)).toBe('/usr/bin/chromium')
      expect(machine.ran[0]).toBe('apt-get update')
    })
  }

  it('says what to do when the installation did not help', () => {
    const machine = machineOf({ isRoot: true, osRelease: DEBIAN, onRun: () => false })
    expect(() => findBrowser(machine)).toThrow(NoBrowserError)
    expect(() => findBrowser(machine)).toThrow(/CHROME_PATH/)
  })

  it('installs nothing without being root, or on another system, and says what to install', () => {
    const user = machineOf({ osRelease: DEBIAN })
    const fedora = machineOf({ isRoot: true, osRelease: FEDORA })
    for (const machine of [user, fedora]) {
      expect(() => findBrowser(machine)).toThrow(/apt-get install chromium.*dnf install chromium/)
      expect(machine.ran).toEqual([])
    }
    expect(() => findBrowser(machineOf({ platform: 'darwin' }))).toThrow(/brew install/)
    expect(() => findBrowser(machineOf({ platform: 'win32' }))).toThrow(/winget install/)
  })
})
