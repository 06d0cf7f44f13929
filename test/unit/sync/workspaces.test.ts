import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Lane } from '../../../lib/domain/lane.ts'
import { saveDraft } from '../../../lib/store/intents/drafts.ts'
import { setStarred } from '../../../lib/store/intents/marks.ts'
import { enqueueReply } from '../../../lib/store/intents/replies.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { readSettings } from '../../../lib/store/queries/settings.ts'
import type { FaultEffect } from '../../sandbox/server/faults'
import { makeHarness } from '../harness.ts'
import { runs } from '../runs.ts'

/** What happens next; `meanwhile` goes on beside what comes after it. `pick` chooses among what there is. */
interface Step {
  what:
    | { do: 'poll'; lane: Lane }
    | { do: 'wait'; minutes: number }
    | { do: 'trouble'; effect: FaultEffect }
    | {
        do:
          | 'receive'
          | 'reply'
          | 'draft'
          | 'star'
          | 'drain'
          | 'off'
          | 'on'
          | 'lose'
          | 'regain'
          | 'swap'
          | 'restart'
      }
  pick: number
  meanwhile: boolean
}

const RUNS = runs(60, 200)

const plain = (
  word:
    | 'receive'
    | 'reply'
    | 'draft'
    | 'star'
    | 'drain'
    | 'off'
    | 'on'
    | 'lose'
    | 'regain'
    | 'swap'
    | 'restart',
) => fc.constant({ do: word } as const)

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          do: fc.constant('poll' as const),
          lane: fc.constantFrom<Lane>('background', 'waiting'),
        }),
      },
      { weight: 4, arbitrary: plain('reply') },
      { weight: 3, arbitrary: plain('drain') },
      { weight: 3, arbitrary: plain('receive') },
      { weight: 3, arbitrary: plain('swap') },
      ...(['draft', 'star', 'off', 'on', 'lose', 'regain', 'restart'] as const).map((word) => ({
        weight: 2,
        arbitrary: plain(word),
      })),
      {
        weight: 2,
        arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 12 }) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant('trouble' as const),
          effect: fc.constantFrom<FaultEffect>(
            { reset: true },
            { deliverThen: 'reset' },
            { status: 400 },
            { status: 502 },
            { delayMs: 30 },
          ),
        }),
      },
    ),
    pick: fc.nat(),
    meanwhile: fc.boolean(),
  }),
  { minLength: 6, maxLength: 24 },
)

/** Three accounts in two workspaces that share the second one. */
async function makeWorkspaces() {
  const harness = await makeHarness({
    accounts: [{ conversations: 3 }, { conversations: 4, salesNavigator: true }, { conversations: 3 }],
    messagesPerConversation: 3,
  })
  const { sandbox } = harness
  const ids = sandbox.world.accounts.map(({ id }) => id)
  const [first = '', shared = '', second = ''] = ids
  const reach = { one: new Set([first, shared]), two: new Set([shared, second]) }
  const keys = {
    one: sandbox.openWorkspace('one', reach.one).key,
    two: sandbox.openWorkspace('two', reach.two).key,
  }
  return { harness, ids, reach, keys }
}

async function live(script: readonly Step[], lagMs: number) {
  const { harness, ids, reach, keys } = await makeWorkspaces()
  const { sandbox } = harness
  let runner = harness.runner()
  const replies: { id: string; text: string; accountId: string; conversationId: string }[] = []
  let written = 0
  const drafts = new Map<string, string>()
  const stars = new Map<string, boolean>()
  let underway: Promise<unknown>[] = []

  const stored = async (pick: number) => {
    const { accountsOff } = await readSettings(harness.db)
    const rows = (await harness.db.conversations.toArray()).filter(
      (row) => !accountsOff.includes(row.accountId),
    )
    return rows[pick % rows.length]
  }
  const switchOff = async (pick: number, off: boolean) => {
    const id = ids[pick % ids.length] ?? ''
    const others = (await readSettings(harness.db)).accountsOff.filter((one) => one !== id)
    await saveSetting(harness.db, 'accountsOff', off ? [...others, id] : others)
  }
  const inUse = () => (harness.keyInUse === keys.one ? 'one' : 'two')
  // Answers take a while, so that what happens meanwhile happens in between.
  let lift = () => {}
  const lag = () => {
    lift()
    lift = sandbox.fault({ times: 'always', effect: { delayMs: lagMs } })
  }

  async function take({ what, pick }: Step): Promise<void> {
    switch (what.do) {
      case 'poll':
        return what.lane === 'background' ? runner.poll() : runner.now()
      case 'wait':
        harness.clock.ahead += what.minutes * 60_000
        return
      case 'trouble':
        sandbox.fault({ effect: what.effect, skip: pick % 3, ...(pick % 2 ? { method: 'POST' } : {}) })
        lag()
        return
      case 'receive': {
        const all = sandbox.world.conversations()
        sandbox.receive({ conversation: all[pick % all.length]?.key ?? '' })
        return
      }
      case 'reply': {
        const row = await stored(pick)
        if (!row) return
        const text = `Reply ${++written}`
        const { id, accountId } = await enqueueReply(harness.db, row.id, text, harness.now())
        replies.push({ id, text, accountId, conversationId: row.id })
        drafts.delete(row.id)
        return
      }
      case 'draft': {
        const row = await stored(pick)
        if (!row) return
        const text = `Draft ${pick}`
        await saveDraft(harness.db, row.id, text, harness.now())
        drafts.set(row.id, text)
        return
      }
      case 'star': {
        const row = await stored(pick)
        if (!row) return
        const starred = pick % 3 > 0
        await setStarred(harness.db, row.id, starred, harness.now())
        stars.set(row.id, starred)
        return
      }
      case 'drain':
        return harness.outbox.drain()
      case 'off':
      case 'on':
        return switchOff(pick, what.do === 'off')
      case 'lose':
      case 'regain': {
        const id = [...reach[inUse()]][pick % 2] ?? ''
        if (what.do === 'lose') sandbox.unshare(id, inUse())
        else sandbox.share(id, inUse())
        return
      }
      case 'swap':
        return harness.connect(keys[inUse() === 'one' ? 'two' : 'one']).catch((error: Error) => {
          if (error.name !== 'ApiError') throw error
        })
      case 'restart':
        harness.restart()
        runner = harness.runner()
        return
    }
  }

  /** Every row is where it belongs, and nothing that the user made is lost, doubled or under another name. */
  async function check(): Promise<void> {
    const { db } = harness
    const known = new Set((await db.accounts.toArray()).map(({ id }) => id))
    for (const id of known) expect(reach[inUse()]).toContain(id)
    const conversations = new Map((await db.conversations.toArray()).map((row) => [row.id, row]))
    for (const { accountId, key, channel } of conversations.values()) {
      expect(known).toContain(accountId)
      expect(sandbox.world.conversation(key)).toMatchObject({ accountId, channel })
    }
    for (const message of await db.messages.toArray()) {
      const conversation = conversations.get(message.conversationId)
      const thread = sandbox.world.conversation(conversation?.key ?? '')?.thread.all() ?? []
      expect(thread.map(({ key, text }) => `${key} ${text}`)).toContain(`${message.key} ${message.text}`)
    }
    const deliveries = sandbox.deliveries()
    for (const { id, text, accountId, conversationId } of replies) {
      const delivered = deliveries.filter((one) => one.text === text)
      const left = await db.outbox.get(id)
      expect(delivered.length).toBeLessThanOrEqual(1)
      for (const one of delivered) {
        expect({ accountId: one.accountId, in: conversationId.endsWith(`/${one.conversation}`) }).toEqual({
          accountId,
          in: true,
        })
      }
      if (delivered.length === 0) expect(left).toMatchObject({ text, accountId, conversationId })
      else if (left) expect(['unconfirmed', 'sending', 'sent']).toContain('state' in left && left.state)
    }
    const drafted = new Map((await db.drafts.toArray()).map((row) => [row.conversationId, row.text]))
    expect(drafted).toEqual(drafts)
    for (const [id, starred] of stars) expect((await db.triage.get(id))?.starred).toBe(starred)
    expect(sandbox.violations()).toEqual([])
  }

  async function settle(): Promise<void> {
    // What a worker that died had under way fails on its closed database.
    const ends = await Promise.allSettled(underway)
    underway = []
    for (const end of ends) if (end.status === 'rejected') expect(end.reason.name).toBe('DatabaseClosedError')
    await harness.settled()
  }

  await harness.connect(keys.one)
  await runner.now()
  await runner.now()
  lag()
  for (const step of script) {
    const done = take(step)
    underway.push(done)
    done.catch(() => undefined)
    if (step.meanwhile) continue
    await settle()
    await check()
  }
  await settle()

  // Everything comes back, and what was in doubt is looked for.
  sandbox.clearFaults()
  const reached = reach[inUse()]
  for (const id of reached) sandbox.share(id, inUse())
  await saveSetting(harness.db, 'accountsOff', [])
  for (let round = 0; round < 5; round++) {
    harness.clock.ahead += 11 * 60_000
    await runner.now()
    await harness.outbox.drain()
  }
  await check()
  const { db } = harness
  expect(new Set((await db.accounts.toArray()).map(({ id }) => id))).toEqual(reached)
  const rows = await db.conversations.toArray()
  const there = [...reached].flatMap((id) => sandbox.world.conversations(id))
  expect(rows.map(({ key }) => key).toSorted()).toEqual(there.map(({ key }) => key).toSorted())
  for (const { id, text, accountId, conversationId } of replies) {
    if (!reached.has(accountId)) continue
    const delivered = sandbox.deliveries().filter((one) => one.text === text).length
    const left = (await db.outbox.get(id)) === undefined ? 0 : 1
    expect({ text, shown: await harness.shown(conversationId, text), left }).toEqual({
      text,
      shown: delivered,
      left: 1 - delivered,
    })
  }
  expect(harness.rejected).toEqual([])
}

test(`accounts come and go, keys change, workers die: no row is mixed up, nothing is lost or goes out under another account (${RUNS} lives)`, async () => {
  await fc.assert(fc.asyncProperty(steps, fc.constantFrom(1, 6, 15), live), {
    numRuns: RUNS,
    seed: 20_262,
    endOnFailure: true,
  })
}, 600_000)
