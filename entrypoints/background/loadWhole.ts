import type { Line } from './line.ts'
import type { Whole } from './whole.ts'

declare function importScripts(path: string): void

/**
 * Loads what a glance has no use for, and starts it. In Chromium that is a script of its own: even code that is never run
 * costs a starting worker time. Firefox has a background page instead of a worker, and one script with all in it.
 */
export async function loadWhole(line: Line): Promise<Whole> {
  if (import.meta.env.FIREFOX) return (await import('./whole.ts')).startWhole(line)
  if (!globalThis.parley) importScripts('/whole.js')
  if (!globalThis.parley) throw new Error('The rest of the worker did not load')
  return globalThis.parley.startWhole(line)
}

/** A worker may import later what it has imported while it was installed, and nothing else. */
export function installWhole(): void {
  if (import.meta.env.FIREFOX) return
  globalThis.addEventListener('install', () => importScripts('/whole.js'))
}
