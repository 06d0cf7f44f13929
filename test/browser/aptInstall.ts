import type { Machine } from './machine.ts'

/** Only root on Debian or a relative of it: nobody's machine is changed through sudo or an unknown packager. */
export function canAptInstall(machine: Machine): boolean {
  if (machine.platform !== 'linux' || !machine.isRoot) return false
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(machine.read('/etc/os-release'))
}

/** Installs packages with apt, asking nothing. Whether it worked shows when the finder looks again. */
export function aptInstall(machine: Machine, packages: readonly string[]): void {
  machine.run('apt-get', ['update'], { loud: true })
  machine.run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { loud: true })
}
