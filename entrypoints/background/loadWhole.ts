import type { Line } from './line.ts'
import type { Whole } from './whole.ts'

/**
 * Loads what a glance has no use for, and starts it. In Chromium that is a script of its own, as even code that is never run
 * costs a starting worker time; workers refuse `import()`, so the build makes `importScripts` of it. Firefox has a
 * background page instead of a worker, and one script with all in it.
 */
export async function loadWhole(line: Line): Promise<Whole> {
  return (await import('./whole.ts')).startWhole(line)
}

/** A worker may import later what it has imported while it was installed, and nothing else. */
export function installWhole(): void {
  if (import.meta.env.FIREFOX) return
  globalThis.addEventListener('install', (event) => {
    ;(event as ExtendableEvent).waitUntil(import('./whole.ts'))
  })
}
