import type { Machine } from '../../browser/machine.ts'

/** A made-up machine: which programs it has, and what it was asked to run. */
export interface FakeMachine extends Machine {
  readonly ran: string[]
  readonly programs: Set<string>
}

/** Makes a machine; `onRun` may change its programs and decides whether the command ends well. */
export function machineOf(
  parts: Partial<Omit<Machine, 'executable' | 'run' | 'read'>> & {
    readonly programs?: readonly string[]
    readonly osRelease?: string
    readonly onRun?: (line: string, programs: Set<string>) => boolean
  } = {},
): FakeMachine {
  const programs = new Set(parts.programs)
  const ran: string[] = []
  return {
    platform: parts.platform ?? 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin', ...parts.env },
    isRoot: parts.isRoot ?? false,
    ran,
    programs,
    executable: (path) => programs.has(path),
    read: (path) => (path === '/etc/os-release' ? (parts.osRelease ?? '') : ''),
    run(command, args) {
      const line = [command, ...args].join(' ')
      ran.push(line)
      return parts.onRun?.(line, programs) ?? true
    },
  }
}
