import { expect } from 'vitest'
import type { FailureKind } from '../../../lib/domain/failure.ts'
import type { Message } from '../../../lib/domain/message.ts'
import { rowCounts } from '../../../lib/store/queries/diagnostics.ts'
import { messagesBefore, sendsOf, spansOf } from '../../../lib/store/queries/thread.ts'
import { idOf, type Life } from './life.ts'
import { insanity } from './sane.ts'
import { MESSAGES, type Served } from './serveTruth.ts'
import { type MeantMessage, storable } from './spoilRows.ts'
import { lastOf, type TrueAccount, type TrueThread } from './truth.ts'

const EVER = 1_000_000
const DAY = 86_400_000

const storedMessages = ({ db }: Life, id: string): Promise<Message[]> => messagesBefore(db, id, null, EVER)

function threadsOf({ stage }: Life): { account: TrueAccount; thread: TrueThread; id: string }[] {
  return stage.accounts.flatMap((account) =>
    account.threads.map((thread) => ({ account, thread, id: idOf(account, thread) })),
  )
}

/** What has gone out since the last call has become what it says, or was counted. */
export function makeServedCheck(life: Life) {
  const taken = new Map<string, number>()
  const callsTaken = new Map<string, number>()
  let checked = 0
  let rejected = 0
  return async (slow: boolean): Promise<void> => {
    const fresh = life.stage.served.slice(checked)
    checked += fresh.length
    const byRoute = new Map<string, Served[]>()
    for (const served of fresh) {
      const key = `${served.account} ${served.route}`
      byRoute.set(key, [...(byRoute.get(key) ?? []), served])
    }
    const read: Served[] = []
    for (const [key, all] of byRoute) {
      const start = taken.get(key) ?? 0
      taken.set(key, start + all.length)
      const well = all.map((served, i) => wasRead(served, life.outcomes.get(key)?.[start + i], slow))
      read.push(...all.filter((_, i) => well[i]))
      const calls = life.calls.get(key)?.slice(callsTaken.get(key) ?? 0) ?? all.map(() => 1)
      callsTaken.set(key, (callsTaken.get(key) ?? 0) + calls.length)
      let at = 0
      for (const requests of calls) {
        const answers = all.slice(at, at + requests).filter((_, i) => well[at + i])
        rejected += answers.length === 0 ? 0 : Math.max(...answers.map(unreadable))
        at += requests
      }
    }
    expect(life.told.rejected, 'rows that were dropped').toBe(rejected)
    await isStored(life, read)
    expect(await life.db.accounts.count(), 'accounts').toBe(life.stage.accounts.length)
    await Promise.all(life.notes)
    // The notes are a ring, so they say it only while it has not gone round.
    if ((await life.db.quarantine.count()) < 200) {
      expect((await rowCounts(life.db)).quarantine).toBe(rejected)
    }
    expect(await insanity(life.db, life.now())).toEqual([])
    await spansHold(life)
    const told = life.arrivals.map(({ id }) => id)
    expect(told.filter((id, index) => told.indexOf(id) !== index)).toEqual([])
  }
}

const unreadable = ({ rows }: Served): number => rows.filter(({ means }) => means === null).length

const READS = [
  '/accounts',
  '/account/status',
  '/account/:accountId/status',
  '/conversations',
  '/conversations/sync/status',
  MESSAGES,
]

/** Whether the client took it for what it is; an answer nobody can read is never taken for an empty one. */
function wasRead(served: Served, failure: FailureKind | null | undefined, slow: boolean): boolean {
  const { readable, what, route } = served
  if (slow && failure === 'timeout') return false
  const told = { what, route, failure }
  if (readable) expect(told).toEqual({ what, route, failure: null })
  else if (READS.includes(route)) expect(told).toEqual({ what, route, failure: expect.any(String) })
  return readable
}

async function isStored(life: Life, read: readonly Served[]): Promise<void> {
  const meant = new Map<TrueThread, Map<string, MeantMessage>>()
  for (const { rows } of read) {
    for (const { means } of rows) {
      if (!means?.thread) continue
      const messages = meant.get(means.thread) ?? new Map<string, MeantMessage>()
      const { message } = means
      // Read twice in one go, the poorer form may be the one that is kept.
      const open = message && messages.get(message.key)?.own === null
      if (message) messages.set(message.key, open ? { ...message, own: null } : message)
      meant.set(means.thread, messages)
    }
  }
  for (const { thread, id } of threadsOf(life)) {
    const messages = meant.get(thread)
    if (!messages) continue
    const row = await life.db.conversations.get(id)
    expect(row?.key, 'a conversation that was listed').toBe(thread.key)
    const stored = await storedMessages(life, id)
    for (const { key, text, sentAt, own } of messages.values()) {
      const found = stored.find((one) => one.key === key || (one.sentAt === sentAt && one.text === text))
      expect(found, `a message that was shown: ${key}`).toMatchObject({
        text,
        sentAt,
        ...(own === null ? {} : { own }),
      })
    }
  }
}

/** Every span holds what it says it holds, and they lie side by side. */
async function spansHold(life: Life): Promise<void> {
  for (const { thread, id } of threadsOf(life)) {
    const spans = await spansOf(life.db, id)
    const stored = new Set((await storedMessages(life, id)).map(({ sentAt }) => sentAt))
    for (const [index, { from, to, beginning }] of spans.entries()) {
      expect(from).toBeLessThanOrEqual(to)
      const above = spans[index + 1]
      if (above) expect(to).toBeLessThan(above.from)
      const within = thread.messages.filter(({ sentAt }) => (beginning || sentAt >= from) && sentAt <= to)
      const missing = within.filter(({ sentAt }) => !stored.has(sentAt))
      expect(missing, `in a span of ${id} from ${from} to ${to}${beginning ? ' (beginning)' : ''}`).toEqual(
        [],
      )
    }
  }
}

/** When asking may go on, local ms: no pause is without end. */
export async function endOfPauses({ db, now }: Life): Promise<number> {
  let end = now()
  for (const { health } of await db.accounts.toArray()) {
    if (health.state === 'rateLimited') end = Math.max(end, health.until)
    if (health.state === 'error') end = Math.max(end, health.nextTryAt)
  }
  for (const { nextLookAt } of await db.conversations.toArray()) end = Math.max(end, nextLookAt)
  expect(end - now()).toBeLessThanOrEqual(DAY)
  return end + 1
}

/** Every account is up to date, and shows the newest of each thread. */
export async function isUpToDate(life: Life): Promise<void> {
  for (const { id } of life.stage.accounts) {
    const account = await life.db.accounts.get(id)
    expect({ health: account?.health, stage: account?.import.stage }).toEqual({
      health: { state: 'upToDate' },
      stage: 'done',
    })
  }
  expect(await life.db.conversations.count()).toBe(threadsOf(life).length)
  for (const { thread, id } of threadsOf(life)) {
    const row = await life.db.conversations.get(id)
    const newest = lastOf(thread)
    expect(row, id).toMatchObject({ lastActivityAt: newest, syncedTo: newest })
    const stored = await storedMessages(life, id)
    expect(stored.at(-1)?.sentAt, `the newest message of ${id}`).toBe(newest)
  }
}

/** Every message ever, once, in order. */
export async function isWhole(life: Life): Promise<void> {
  for (const { thread, id } of threadsOf(life)) {
    const stored = await storedMessages(life, id)
    expect(stored.map(({ sentAt, text }) => [sentAt, text])).toEqual(
      thread.messages.map(({ sentAt, text }) => [sentAt, storable(text)]),
    )
  }
}

/** Every reply reached LinkedIn at most once, and is one bubble. */
export async function repliesHold(
  life: Life,
  replies: readonly { id: string; text: string }[],
): Promise<void> {
  for (const { id, text } of replies) {
    const delivered = life.stage.delivered.filter((one) => one === text).length
    const shown = (await storedMessages(life, id)).filter((one) => one.text === text).length
    const sends = await sendsOf(life.db, id)
    const open = sends.filter((one) => one.text === text).map(({ state }) => state)
    // One that could not go out holds those behind it (design: outbox).
    const held = sends[0]?.text !== text
    const told = { text, delivered, shown, open }
    if (delivered > 0) expect(told).toEqual({ text, delivered: 1, shown: 1, open: [] })
    else
      expect(told).toEqual({
        text,
        delivered: 0,
        shown: 0,
        open: [expect.stringMatching(held ? /queued/ : /failed|unconfirmed/)],
      })
  }
}
