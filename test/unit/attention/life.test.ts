import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { toldBy } from '../../../lib/attention/notices.ts'
import { notify } from '../../../lib/attention/notify.ts'
import { refresh } from '../../../lib/attention/refresh.ts'
import { withdrawRead } from '../../../lib/attention/withdraw.ts'
import { clearCacheTables } from '../../../lib/store/commits/clear.ts'
import { markRead } from '../../../lib/store/intents/marks.ts'
import { setMuted } from '../../../lib/store/intents/setMuted.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { markDone, snooze, wakeSnoozed } from '../../../lib/store/intents/shelves.ts'
import { readSettings } from '../../../lib/store/queries/settings.ts'
import { forgetAccountsRead } from '../../../lib/sync/refreshAccounts.ts'
import { makeHarness } from '../harness.ts'
import { runs } from '../runs.ts'
import { fakeBrowser } from './fakeBrowser.ts'

vi.mock('../../../lib/browser/notifications.ts', async () => (await import('./fakeBrowser.ts')).notifications)
vi.mock('../../../lib/browser/memo.ts', async () => (await import('./fakeBrowser.ts')).memo)
vi.mock('../../../lib/browser/presence.ts', async () => (await import('./fakeBrowser.ts')).presence)
vi.mock('../../../lib/browser/badge.ts', async () => (await import('./fakeBrowser.ts')).badge)
beforeEach(() => fakeBrowser.reset())

const RUNS = runs(60, 200)
const MESSAGES = 'GET /conversations/:urn/messages'
const HOUR = 60 * 60_000
const DAY = 24 * HOUR
const WEEK = 7 * DAY

/** What can happen. `pick` chooses the conversation. */
type Step =
  | { do: 'receive' | 'receiveInFour' | 'writeElsewhere' | 'readElsewhere' | 'read' | 'done'; pick: number }
  | { do: 'mute' | 'show'; pick: number; on: boolean }
  | { do: 'snooze'; pick: number; for: number }
  | {
      do: 'meetSomebody' | 'poll' | 'dieBeforeTelling' | 'restart' | 'clearCache' | 'switchOffAndOn' | 'sleep'
    }
  | { do: 'pollWithout'; pick: number }
  | { do: 'setClock'; by: number }

/** What happens without the worker, which learns of it by its next poll. */
const UNNOTICED: Step['do'][] = [
  'receive',
  'receiveInFour',
  'meetSomebody',
  'writeElsewhere',
  'readElsewhere',
  'setClock',
  'sleep',
]

const pick = fc.nat(6)
const on = fc.boolean()
const just = <T extends Step>(step: T) => fc.constant(step)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('receive' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('receiveInFour' as const), pick }) },
  { weight: 7, arbitrary: just({ do: 'poll' }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('writeElsewhere', 'readElsewhere', 'read', 'done'), pick }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('mute' as const, 'show' as const), pick, on }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('snooze' as const), pick, for: fc.constantFrom(HOUR, 2 * DAY) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('setClock' as const),
      by: fc.constantFrom(DAY, -DAY, HOUR, -HOUR),
    }),
  },
  { weight: 2, arbitrary: just({ do: 'sleep' }) },
  { weight: 2, arbitrary: just({ do: 'dieBeforeTelling' }) },
  { weight: 2, arbitrary: just({ do: 'restart' }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pollWithout' as const), pick }) },
  { weight: 1, arbitrary: just({ do: 'meetSomebody' }) },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ do: 'clearCache' }, { do: 'switchOffAndOn' }) },
)

/** A conversation as this test believes it to be. */
interface Known {
  id: string
  key: string
  accountId: string
  muted: boolean
  snoozedUntil: number
  /** Messages that no poll has brought yet. */
  pending: { text: string; listed: boolean; beforeSleep: boolean }[]
}

/** A world in which things happen, the worker that follows them, and what ought to be told of them. */
async function makeLife() {
  let serverAhead = 0
  const harness = await makeHarness({
    conversations: 6,
    accounts: 2,
    messagesPerConversation: 3,
    unread: 0,
    clock: () => Date.now() + serverAhead,
  })
  await harness.connected()
  const known: Known[] = harness.sandbox.world.conversations().map(knownOf)
  let count = 0
  let mayDigest = false

  function knownOf({ accountId, channel, key }: { accountId: string; channel: string; key: string }): Known {
    return {
      id: `${accountId}/${channel}/${key}`,
      key,
      accountId,
      muted: false,
      snoozedUntil: 0,
      pending: [],
    }
  }
  const at = (n: number): Known => {
    const found = known[n % known.length]
    if (!found) throw new Error('There is no conversation')
    return found
  }

  /** Time goes by (ms), for the server as for the computer. */
  const pass = (ms: number) => {
    serverAhead += ms
    harness.clock.ahead += ms
  }

  /** What the worker does after whatever happens. */
  async function attend(): Promise<void> {
    await wakeSnoozed(harness.db, harness.now())
    await refresh(harness.db, harness.now())
    await withdrawRead(harness.db)
  }

  /** Polls, and has every deserving message told: exactly those, in one notification each or in one digest. */
  async function poll(how: { lives: boolean; without?: Known } = { lives: true }): Promise<void> {
    const { without, lives } = how
    const lift = without
      ? harness.sandbox.fault({
          route: MESSAGES,
          conversation: without.key,
          times: 'always',
          effect: { status: 500 },
        })
      : () => undefined
    // The server's Date knows only seconds: what came before the poll is of an earlier one, what comes after of a later.
    pass(1_000)
    await harness.pull()
    pass(1_000)
    lift()
    const arrivals = harness.arrivals.splice(0)
    if (!lives) harness.restart()
    const before = fakeBrowser.shown.length
    if (lives && arrivals.length > 0) await notify(harness.db, arrivals, harness.now())
    const told = fakeBrowser.shown.slice(before)
    for (const one of known) {
      if (one.snoozedUntil <= harness.now() && lives) one.snoozedUntil = 0
    }
    const brought = known.filter((one) => one !== without && one.pending.length > 0)
    const loud = brought.filter(
      (one) => lives && !one.muted && one.snoozedUntil === 0 && !fakeBrowser.onScreen.has(one.id),
    )
    checkTold(told, loud)
    for (const one of brought) one.pending = []
    for (const message of without?.pending ?? []) message.listed = true
    if (without === undefined || without.pending.length === 0) mayDigest = false
  }

  function checkTold(told: typeof fakeBrowser.shown, loud: Known[]): void {
    const sum = loud.reduce((all, one) => all + one.pending.length, 0)
    const mustDigest =
      loud.length > 3 || (loud.length > 1 && loud.some((one) => one.pending.some((p) => p.beforeSleep)))
    const digest = told.length === 1 && told[0]?.id === 'digest'
    if (mustDigest) expect(digest).toBe(true)
    if (digest) {
      expect(mustDigest || (mayDigest && loud.length > 1)).toBe(true)
      expect(told[0]?.title).toBe(`${sum} new messages in ${loud.length} conversations`)
      return
    }
    const expected = loud.map(({ id, pending }) => ({
      id: `conversation:${id}`,
      more: pending.length - 1,
      message: pending.at(-1)?.text,
    }))
    const actual = told.map(({ id, title, message }) => ({
      id,
      more: Number(/\(\+(\d+)\)$/.exec(title)?.[1] ?? 0),
      message,
    }))
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id)
    expect(actual.toSorted(byId)).toEqual(expected.toSorted(byId))
  }

  function receive(one: Known): void {
    const text = `Message ${++count}`
    harness.sandbox.receive({ conversation: one.key, text })
    one.pending.push({ text, listed: false, beforeSleep: false })
  }

  /** What was there when an import began is not news, whenever it was sent. */
  const imported = (accountIds: readonly string[]) => {
    for (const one of known) if (accountIds.includes(one.accountId)) one.pending = []
  }

  async function happen(step: Step): Promise<void> {
    const { db, sandbox, clock } = harness
    switch (step.do) {
      case 'receive':
        return receive(at(step.pick))
      case 'receiveInFour':
        for (const i of [0, 1, 2, 3]) receive(at(step.pick + i))
        return
      case 'meetSomebody': {
        const text = `Message ${++count}`
        const { accountId, conversation } = sandbox.receive({ newConversation: true, text })
        const one = knownOf({ accountId, channel: 'inbox', key: conversation })
        one.pending.push({ text, listed: false, beforeSleep: false })
        known.push(one)
        return
      }
      case 'writeElsewhere': {
        // Who answers there has read what came before.
        const one = at(step.pick)
        sandbox.writeElsewhere(one.key, `Own ${++count}`)
        one.pending = []
        return
      }
      case 'readElsewhere':
        return sandbox.readElsewhere(at(step.pick).key)
      case 'read':
      case 'done': {
        const one = at(step.pick)
        if (step.do === 'read') await markRead(db, one.id, harness.now(), 'byPolicy')
        else {
          await markDone(db, one.id, harness.now())
          one.snoozedUntil = 0
        }
        one.pending = one.pending.filter((message) => !message.listed)
        return
      }
      case 'mute': {
        const one = at(step.pick)
        await setMuted(db, one.id, step.on)
        one.muted = step.on
        return
      }
      case 'show': {
        if (step.on) fakeBrowser.onScreen.add(at(step.pick).id)
        else fakeBrowser.onScreen.delete(at(step.pick).id)
        return
      }
      case 'snooze': {
        const one = at(step.pick)
        one.snoozedUntil = harness.now() + step.for
        await snooze(db, one.id, one.snoozedUntil)
        return
      }
      case 'poll':
        return poll()
      case 'pollWithout':
        return poll({ lives: true, without: at(step.pick) })
      case 'dieBeforeTelling':
        return poll({ lives: false })
      case 'restart':
        return harness.restart()
      case 'clearCache':
        await clearCacheTables(db)
        await forgetAccountsRead(harness.sync)
        imported(sandbox.world.accounts.map(({ id }) => id))
        return poll()
      case 'switchOffAndOn': {
        const accountId = sandbox.world.accounts[0]?.id ?? ''
        await saveSetting(db, 'accountsOff', [accountId])
        imported([accountId])
        await poll()
        await saveSetting(db, 'accountsOff', [])
        return poll()
      }
      case 'setClock':
        clock.ahead += step.by
        return
      case 'sleep':
        pass(WEEK)
        mayDigest = true
        for (const one of known) for (const message of one.pending) message.beforeSleep = true
    }
  }

  async function check(): Promise<void> {
    const { db } = harness
    const { accountsOff } = await readSettings(db)
    const rows = await db.conversations.toArray()
    const unread = rows.filter((row) => row.unread === 1 && !accountsOff.includes(row.accountId)).length
    expect(Number(fakeBrowser.badge.text.replace('?', '0'))).toBe(unread)
    for (const id of fakeBrowser.standing.keys()) {
      const rows = await db.conversations.bulkGet(await toldBy(id))
      expect(rows.some((row) => row?.unread === 1)).toBe(true)
    }
  }

  return { harness, happen, attend, check, poll }
}

test(`whatever happens, every message that deserves it is told exactly once, no other, and the badge counts (${RUNS} lives)`, async () => {
  const life = await makeLife()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
      for (const one of [...steps, { do: 'poll' } as const, { do: 'poll' } as const]) {
        await life.happen(one)
        if (UNNOTICED.includes(one.do)) continue
        await life.attend()
        await life.check()
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
  expect(life.harness.sandbox.violations()).toEqual([])
}, 300_000)
