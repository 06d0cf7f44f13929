import { gather } from '../../lib/attention/gather.ts'
import { notify } from '../../lib/attention/notify.ts'
import { userState } from '../../lib/browser/idle.ts'
import { withLock } from '../../lib/browser/locks.ts'
import { readMemo, writeMemo } from '../../lib/browser/memo.ts'
import { createOutbox, nextDue } from '../../lib/outbox/drain.ts'
import { restWhenFull } from '../../lib/outbox/restWhenFull.ts'
import { Database } from '../../lib/store/database.ts'
import { askAccount } from '../../lib/sync/askAccount.ts'
import { readForReply } from '../../lib/sync/readForReply.ts'
import type { SyncDeps } from '../../lib/sync/SyncDeps.ts'
import { createClients } from './clients.ts'

export type Rooms = ReturnType<typeof openRooms>

/** Database, API, sync and outbox, each given what it needs of the others. */
export function openRooms() {
  const db = new Database()
  const now = () => Date.now()
  const { api, trial, budget } = createClients(db, now)
  const memo = { get: readMemo, set: writeMemo }
  const arrived = gather(async (messages) => notify(db, messages, now(), await userState()))
  const sync: SyncDeps = { db, api, now, memo, arrived }
  const outbox = createOutbox({
    db,
    api,
    now,
    lock: withLock,
    ask: (accountId, call) => askAccount(sync, accountId, call),
    readThread: (conversationId, how) => readForReply(sync, conversationId, how.sync),
  })
  const line = restWhenFull({ drain: outbox.drain, nextDue: () => nextDue(db, now()) }, now)
  return { db, now, sync, trial: { ...sync, api: trial }, outbox, line, budget }
}
