import { vi } from 'vitest'

let factor = 1
const real = globalThis.setTimeout

vi.stubGlobal('setTimeout', (work: () => void, ms = 0, ...rest: never[]) => real(work, ms / factor, ...rest))

/** While answers may hang, time runs so many times faster for everything that waits. */
export function hurry(times: number): void {
  factor = times
}
