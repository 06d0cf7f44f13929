import type { Page } from 'playwright-core'
import type { Harness } from '../e2e/harness/harness.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { participantsOf } from '../sandbox/wire/conversationRow.ts'
import { wireFor } from '../sandbox/wire/dialect.ts'
import { messageRow } from '../sandbox/wire/messageRow.ts'
import type { Conversation } from '../sandbox/world/types.ts'
import { BENCH_DIR } from './buildPages.ts'
import type { Handed, Seeder } from './pages/seed.ts'
import { IMPORTED, type Size, SWITCHED } from './sizes.ts'

type SeedWindow = { seeder: Seeder }

/** Messages in one commit, and in one call of the page. */
const STRETCH = 1_000
const CALL = 4_000
/** Threads whose import is measured together. */
const AT_A_TIME = 5

/** How many messages an import brought and how long (ms) it took; and its floors. */
export interface Imported {
  readonly rows: number
  readonly ms: number
  readonly floorMs: number
  readonly askingFloorMs: number
}

/** The id of a conversation of the sandbox in the cache. */
export function cachedId({ accountId, channel, key }: Conversation): string {
  return `${accountId}/${channel}/${key}`
}

/**
 * Fills the cache of a freshly installed extension with all the sandbox has, down to the beginning of each thread.
 * @returns the measured part of the import, batch by batch
 */
export async function fill(harness: Harness, sandbox: Sandbox, size: Size): Promise<Imported[]> {
  const page = await harness.openPage(`${BENCH_DIR}/seed.html`)
  page.setDefaultTimeout(0)
  await page.evaluate((key) => (window as unknown as SeedWindow).seeder.begin(key), sandbox.key)
  const conversations = sandbox.world.conversations()
  const measured = conversations.slice(1 + SWITCHED, 1 + SWITCHED + IMPORTED)
  await hand(
    page,
    sandbox,
    conversations.filter((conversation) => !measured.includes(conversation)),
  )
  await page.evaluate((ids) => (window as unknown as SeedWindow).seeder.putOff(ids), measured.map(cachedId))
  const batches: Imported[] = []
  for (let at = 0; at < measured.length; at += AT_A_TIME) {
    const batch = measured.slice(at, at + AT_A_TIME)
    const timed = await page.evaluate(async (ids) => {
      const { seeder } = window as unknown as SeedWindow
      await seeder.callUp(ids)
      return {
        ms: await seeder.importThreads(),
        floorMs: await seeder.putAtOnce(ids),
        askingFloorMs: await seeder.askAndPutAtOnce(ids),
      }
    }, batch.map(cachedId))
    // That none is missing is checked below, once all are in.
    batches.push({ rows: batch.reduce((sum, { thread }) => sum + thread.all().length, 0), ...timed })
  }
  const held = await page.evaluate(() => (window as unknown as SeedWindow).seeder.end())
  await page.close()
  if (held.messages !== size.messages || held.conversations !== size.conversations) {
    throw new Error(`The cache was to hold ${size.messages} messages; it holds ${JSON.stringify(held)}`)
  }
  return batches
}

async function hand(page: Page, sandbox: Sandbox, conversations: readonly Conversation[]): Promise<void> {
  let waiting: Handed[] = []
  let count = 0
  const flush = async () => {
    await page.evaluate((given) => (window as unknown as SeedWindow).seeder.hand(given), waiting)
    waiting = []
    count = 0
  }
  for (const conversation of conversations) {
    for (const { stretch, messages } of stretchesOf(sandbox, conversation)) {
      waiting.push(stretch)
      count += messages
      if (count >= CALL) await flush()
    }
  }
  await flush()
}

/** A thread in the API's own words, in pages larger than it would give. */
function* stretchesOf(sandbox: Sandbox, conversation: Conversation) {
  const wire = wireFor('newest', {})
  const owner = sandbox.world.ownerOf(conversation)
  const all = conversation.thread.all()
  let upper: number | null = null
  for (let at = 0; at < all.length; at += STRETCH) {
    const rows = all.slice(at, at + STRETCH)
    const body = {
      messages: rows.map((message) => messageRow(message, conversation, owner, wire)),
      participants: participantsOf(conversation, owner, wire),
    }
    const beginning = at + STRETCH >= all.length
    const stretch: Handed = { conversationId: cachedId(conversation), body, upper, beginning }
    yield { stretch, messages: rows.length }
    upper = rows.at(-1)?.sentAt ?? null
  }
}
