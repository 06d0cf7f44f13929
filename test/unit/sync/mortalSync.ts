import type { SyncDeps } from '../../../lib/sync/SyncDeps.ts'
import { type Life, makeLife, mortalDatabase } from '../outbox/mortal.ts'

/**
 * A worker that dies at its n-th step of a sync: before, during or after a transaction, a single write, a request, or
 * telling news. What it had handed to the disk or the network goes on without it.
 */
export function mortalSync(deps: SyncDeps, name: string, lastStep: number): { deps: SyncDeps; life: Life } {
  const { life, between } = makeLife(lastStep)
  const db = mortalDatabase(name, between)
  return {
    life,
    deps: {
      ...deps,
      db,
      api: {
        ...deps.api,
        listConversations: between(deps.api.listConversations),
        listMessages: between(deps.api.listMessages),
      },
      arrived: between(deps.arrived),
    },
  }
}
