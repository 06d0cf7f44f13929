import { gather } from '../../lib/attention/gather.ts'
import { notify } from '../../lib/attention/notify.ts'
import { beginCalm, endCalm, keepCalm } from '../../lib/browser/calmNotes.ts'
import { userState } from '../../lib/browser/idle.ts'
import { withLock } from '../../lib/browser/locks.ts'
import { readMemo, writeMemo } from '../../lib/browser/memo.ts'
import { isAnyOpen } from '../../lib/browser/presence.ts'
import { createOutbox, nextDue } from '../../lib/outbox/drain.ts'
import { restWhenFull } from '../../lib/outbox/restWhenFull.ts'
import { Database } from '../../lib/store/database.ts'
import { answersFor } from '../../lib/sync/answersFor.ts'
import { askAccount } from '../../lib/sync/askAccount.ts'
import { createCalmWatch } from '../../lib/sync/calmWatch.ts'
import { readForReply } from '../../lib/sync/readForReply.ts'
import type { SyncDeps } from '../../lib/sync/SyncDeps.ts'
import { createClients } from './clients.ts'
import type { Line } from './line.ts'

export type Rooms = ReturnType<typeof openRooms>

/** Database, API, sync and outbox, each given what it needs of the others. */
export function openRooms(line: Line) {
  const db = new Database()
  const { now, budget } = line
  const memo = { get: readMemo, set: writeMemo }
  const notes = { begin: beginCalm, keep: keepCalm, end: endCalm }
  const due = () => nextDue(db, now())
  const calm = createCalmWatch({ db, memo, now, notes, isAnyOpen, nextDue: due })
  db.onWrite = calm.written
  const answers = answersFor()
  const { api, trial } = createClients(db, line, { onAnswer: calm.answered, answered: answers.take })
  const arrived = gather(async (messages) => notify(db, messages, now(), await userState()))
  const sync: SyncDeps = { db, api, now, memo, arrived, listed: calm.listed }
  const outbox = createOutbox({
    db,
    api,
    now,
    lock: withLock,
    ask: (accountId, call, lane) => askAccount(sync, accountId, call, lane),
    readThread: (conversationId, how) => readForReply(sync, conversationId, how.sync, how.lane),
  })
  const draining = restWhenFull({ drain: outbox.drain, nextDue: due }, now)
  return { db, now, sync, trial: { ...sync, api: trial }, outbox, line: draining, budget, calm, answers }
}
