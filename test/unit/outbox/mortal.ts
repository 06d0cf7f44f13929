import type { Api } from '../../../lib/api/Api.ts'
import type { OutboxDeps } from '../../../lib/outbox/OutboxDeps.ts'
import { Database } from '../../../lib/store/database.ts'

/** Tells how far a worker came before it died, or that it did not. */
export interface Life {
  steps: number
  /** Settles when the worker reached its last step; never before. */
  died: Promise<void>
}

const forEver = new Promise<never>(() => undefined)

type Step = <A extends unknown[], T>(work: (...args: A) => Promise<T>) => (...args: A) => Promise<T>

/** A life of so many steps. What is made `between` takes one before, during and after; at the last one all ends. */
export function makeLife(lastStep: number): { life: Life; between: Step } {
  let die: () => void = () => undefined
  const life: Life = {
    steps: 0,
    died: new Promise((resolve) => {
      die = resolve
    }),
  }
  const step = async (): Promise<void> => {
    if (life.steps >= lastStep) {
      die()
      await forEver
    }
    life.steps++
  }
  const between: Step =
    (work) =>
    async (...args) => {
      await step()
      const result = work(...args)
      // Dying while it is under way is a step of its own.
      if (life.steps >= lastStep) result.catch(() => undefined)
      await step()
      const value = await result.catch(async (error: unknown) => {
        await step()
        throw error
      })
      await step()
      return value
    }
  return { life, between }
}

/** A database whose transactions are steps. */
export function mortalDatabase(name: string, between: Step): Database {
  const db = new Database(name)
  const transaction = db.transaction.bind(db) as (...args: unknown[]) => Promise<unknown>
  return Object.assign(db, { transaction: between((...args: unknown[]) => transaction(...args)) })
}

/**
 * A worker that dies at its n-th step. A step is the moment before or after anything it awaits of the world: a
 * transaction, a read of the thread, the post. From then on nothing it does has any effect, as if its process had
 * ended; what it had handed to the disk or the network goes on without it.
 */
export function mortal(deps: OutboxDeps, name: string, lastStep: number): { deps: OutboxDeps; life: Life } {
  const { life, between } = makeLife(lastStep)
  const db = mortalDatabase(name, between)
  const api: Api = {
    ...deps.api,
    sendReply: between(deps.api.sendReply),
    uploadFile: between(deps.api.uploadFile),
    sendSalesNavReply: between(deps.api.sendSalesNavReply),
    sendFirst: between(deps.api.sendFirst),
    conversationExists: between(deps.api.conversationExists),
  }
  return { deps: { ...deps, db, api, readThread: between(deps.readThread) }, life }
}
