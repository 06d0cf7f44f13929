import { expect } from 'vitest'
import { enqueueReply } from '../../../lib/store/intents/replies.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { spansOf } from '../../../lib/store/queries/thread.ts'
import { loadGap } from '../../../lib/sync/loadGap.ts'
import { loadOlder } from '../../../lib/sync/loadOlder.ts'
import { openConversation } from '../../../lib/sync/openConversation.ts'
import { pullAll } from '../../../lib/sync/pullAll.ts'
import type { Chance } from './chance.ts'
import { hurry } from './hurry.ts'
import { bearing, type Life, makeLife } from './life.ts'
import { endOfPauses, isUpToDate, isWhole, makeServedCheck, repliesHold } from './oracle.ts'
import type { serveTruth } from './serveTruth.ts'
import { makeMessage, makeThread, say } from './truth.ts'

const MINUTE = 60_000
/** Of the processor: nothing an answer holds may take longer. */
const LONGEST_MS = 20_000

function somethingHappens(life: Life, chance: Chance): void {
  life.clock.at += chance.pick([20_000, MINUTE, 7 * MINUTE, 45 * MINUTE, 26 * 60 * MINUTE])
  for (const account of life.stage.accounts) {
    for (const thread of account.threads) {
      if (!chance.maybe(0.3)) continue
      const many = chance.maybe(0.05) ? 70 : 1 + chance.int(4)
      for (let i = many; i > 0; i--) {
        say(thread, makeMessage(chance, thread, life.now() - i * 1000, chance.maybe(0.3)))
      }
    }
    if (!chance.maybe(0.2)) continue
    const thread = makeThread(chance, account.threads.length, life.now())
    account.threads.push(thread)
    say(thread, makeMessage(chance, thread, life.now() - 1000, false))
  }
}

interface Reply {
  id: string
  text: string
}

async function somebodyActs(life: Life, chance: Chance, replies: Reply[]): Promise<void> {
  const { db, sync, outbox } = life
  const ids = await db.conversations.toCollection().primaryKeys()
  if (ids.length === 0) return
  const id = chance.pick(ids)
  switch (chance.pick(['open', 'older', 'gap', 'reply', 'nothing'])) {
    case 'open':
      return bearing(() => openConversation(sync, id))
    case 'older':
      return bearing(() => loadOlder(sync, id))
    case 'gap': {
      const from = (await spansOf(db, id)).at(-1)?.from
      return from === undefined ? undefined : bearing(() => loadGap(sync, id, from))
    }
    case 'reply': {
      const text = `Reply ${replies.length} ${chance.int(1e9)}`
      await enqueueReply(db, id, text, life.now())
      replies.push({ id, text })
      await outbox.drain()
    }
  }
}

async function historyIsLoaded({ db, sync }: Life): Promise<void> {
  for (const id of await db.conversations.toCollection().primaryKeys()) {
    for (let i = 0; i < 30; i++) {
      const spans = await spansOf(db, id)
      const top = spans.at(-1)
      if (spans.length > 1 && top) await loadGap(sync, id, top.from)
      else if ((await loadOlder(sync, id)).complete) break
    }
  }
}

/** One life of the product under an API in bad weather, and then in good weather again. */
export async function live(server: Awaited<ReturnType<typeof serveTruth>>, seed: number) {
  const life = makeLife(server.baseUrl, seed)
  const { stage, sync, clock } = life
  const chance = life.chance.fork('script')
  const check = makeServedCheck(life)
  const replies: Reply[] = []
  server.set(stage)
  const timed = async (work: () => Promise<unknown>) => {
    const before = process.cpuUsage()
    await work()
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(LONGEST_MS)
    await check(stage.slow)
  }
  await life.connected()
  await saveSetting(life.db, 'undoSeconds', 0)
  if (chance.maybe(0.5)) await timed(() => pullAll(sync, 'waiting'))
  for (let round = 3 + chance.int(4); round > 0; round--) {
    stage.rough = chance.pick([0, 0.2, 0.5, 1])
    stage.weather.rows = chance.pick([0, 0.1, 0.4])
    stage.slow = chance.maybe(0.2)
    hurry(stage.slow ? 40 : 1)
    somethingHappens(life, chance)
    await timed(() => pullAll(sync, chance.pick(['background', 'waiting'])))
    await timed(() => somebodyActs(life, chance, replies))
  }
  stage.rough = 0
  stage.slow = false
  hurry(1)
  clock.at = await endOfPauses(life)
  await timed(() => pullAll(sync, 'waiting'))
  await isUpToDate(life)
  for (let look = 0; look < 6; look++) {
    clock.at += 16 * MINUTE
    await life.outbox.drain()
  }
  await timed(() => pullAll(sync, 'waiting'))
  await timed(() => historyIsLoaded(life))
  await isWhole(life)
  await repliesHold(life, replies)
  const rows = {
    conversations: await life.db.conversations.count(),
    messages: await life.db.messages.count(),
  }
  await life.db.delete()
  return { responses: stage.served.length, ...rows, quarantined: life.told.rejected }
}
