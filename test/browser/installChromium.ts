import type { Machine } from './machine.ts'

/** Chromium, and the fonts without which Chinese, Japanese, Korean and emoji show as boxes. */
const PACKAGES = ['chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji']

/** Only root on Debian or a relative of it: nobody's machine is changed through sudo or an unknown packager. */
export function canInstallChromium(machine: Machine): boolean {
  if (machine.platform !== 'linux' || !machine.isRoot) return false
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(machine.read('/etc/os-release'))
}

/** Installs Chromium with apt, asking nothing. Whether it worked shows when the finder looks again. */
export function installChromium(machine: Machine): void {
  machine.run('apt-get', ['update'], { loud: true })
  machine.run('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], { loud: true })
}
