import process from 'node:process'

let ended = false

/** Rejects when somebody wants the run to end, so that what was started is ended on the way out. */
export const interrupted: Promise<never> = new Promise((_, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      ended = true
      reject(new Error(`Ended by ${signal}`))
    })
  }
})
interrupted.catch(() => undefined)

export const isInterrupted = (): boolean => ended
