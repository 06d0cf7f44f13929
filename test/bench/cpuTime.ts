import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { Harness } from '../e2e/harness/harness.ts'

const BETWEEN_LOOKS_MS = 150
/** A process that uses less than this (ms) between two looks rests. */
const RESTING_MS = 0.5
const PATIENCE_MS = 30_000

/** The process in which the extension's worker and pages run. Linux only: read from /proc. */
export async function extensionProcess({ context }: Harness): Promise<number> {
  const debug = await context.browser()?.newBrowserCDPSession()
  if (!debug) throw new Error('The browser gave no debugging session')
  const { processInfo } = await debug.send('SystemInfo.getProcessInfo')
  await debug.detach()
  for (const { id } of processInfo) {
    const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')
    if (command.includes('--extension-process')) return id
  }
  throw new Error('No process of the extension was found')
}

/** The time (ms) that the living threads of a process spent on a processor. */
export async function cpuTime(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`)
  const times = await Promise.all(
    threads.map(async (thread) => {
      const line = await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '0')
      return Number(line.split(' ')[0]) / 1e6
    }),
  )
  return times.reduce((sum, time) => sum + time, 0)
}

/** Waits until a process rests and returns its processor time (ms) before it began to. */
export async function cpuTimeAtRest(pid: number): Promise<number> {
  const deadline = Date.now() + PATIENCE_MS
  let before = await cpuTime(pid)
  while (Date.now() < deadline) {
    await delay(BETWEEN_LOOKS_MS)
    const now = await cpuTime(pid)
    if (now - before < RESTING_MS) return before
    before = now
  }
  throw new Error(`Process ${pid} did not come to rest`)
}
