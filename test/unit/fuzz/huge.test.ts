import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { openConversation } from '../../../lib/sync/openConversation.ts'
import { pullAll } from '../../../lib/sync/pullAll.ts'
import { serve } from '../api/support/serve.ts'
import { runs } from '../runs.ts'
import { encode, raw } from './junk.ts'
import { makeLife, START } from './life.ts'
import { insanity } from './sane.ts'

const ACCOUNT = '66f0a1c2d3e4b5a697887710'
const OWNER = 'ACoAAB1x7Q4BzVn0mS3kE8pLr2TqYw5uHcJd9aE'
const THREAD = '2-M2YyYjhjMTQtOWQ3ZS00YTUxLWI2YzAtNWUxZjdhOTJkMzQ4XzEwMA=='
const URN = `urn:li:msg_conversation:(urn:li:fsd_profile:${OWNER},${THREAD})`
const MEGABYTE = 1024 * 1024
/** Of the processor, whatever else it has to do: a page that takes longer meets a rule that does not end in time. */
const SECONDS = 20
const MANY = runs(10_000, 50_000)

const keyAt = (at: number) => `2-${Buffer.from(`${at}b00001-100`).toString('base64')}`
const messageAt = (at: number, more: Record<string, unknown> = {}) => ({
  messageUrn: `urn:li:msg_message:(urn:li:fsd_profile:${OWNER},${keyAt(at)})`,
  text: `At ${at}`,
  sentAt: at,
  senderName: 'Ines Carvalho',
  isSentByOwner: false,
  ...more,
})

/** A worker whose account has one thread, whose list and messages are what the test says. */
async function oneThread() {
  const answers: { conversations: unknown[]; messages: unknown[]; participants: unknown } = {
    conversations: [],
    messages: [],
    participants: [],
  }
  let clock = { at: START }
  const json = (response: ServerResponse, body: unknown) => {
    const head = { 'Content-Type': 'application/json', Date: new Date(clock.at).toUTCString() }
    response.writeHead(200, head).end(encode(body))
  }
  const { baseUrl } = await serve((response, { url }) => {
    if (url.includes('/messages')) {
      const { messages, participants } = answers
      return json(response, { success: true, messages, participants, hasMore: false, cursor: null })
    }
    if (url.includes('/conversations?')) {
      return json(response, { success: true, conversations: answers.conversations, nextCursor: null })
    }
    if (url.includes('/accounts'))
      return json(response, [{ id: ACCOUNT, firstName: 'Mara', lastName: 'Lind' }])
    return json(response, { success: true, accounts: [] })
  })
  const life = makeLife(baseUrl, 1)
  clock = life.clock
  const id = `${ACCOUNT}/inbox/${THREAD}`
  const row = (at: number, more: Record<string, unknown> = {}) => ({
    conversationUrn: URN,
    lastActivityAt: at,
    participants: [{ name: 'Ines Carvalho' }],
    ...more,
  })
  answers.conversations = [row(life.now() - 60_000)]
  answers.messages = [messageAt(life.now() - 60_000)]
  await life.connected()
  await pullAll(life.sync, 'waiting')
  return { life, id, answers, row }
}

async function inTime(work: () => Promise<unknown>): Promise<void> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(SECONDS)
}

/** What came is sane, and a message that comes after it is stored and told. */
async function goesOn({ life, id, answers, row }: Awaited<ReturnType<typeof oneThread>>): Promise<void> {
  await Promise.all(life.notes)
  expect(await insanity(life.db, life.now())).toEqual([])
  life.clock.at += 60 * 60_000
  const at = life.now() - 1000
  answers.conversations = [row(at)]
  answers.messages = [messageAt(at, { text: 'After all that' })]
  answers.participants = []
  await inTime(() => pullAll(life.sync, 'background'))
  const [account] = await life.db.accounts.toArray()
  expect(account?.health).toEqual({ state: 'upToDate' })
  expect(life.arrivals.map(({ text }) => text)).toContain('After all that')
  expect((await life.db.conversations.get(id))?.preview?.text).toBe('After all that')
}

test(`a page of ${MANY} messages is stored whole`, async () => {
  const world = await oneThread()
  const { life, id, answers } = world
  const start = life.now() - 80 * 86_400_000
  answers.messages = Array.from({ length: MANY }, (_, i) => messageAt(start + i * 1000))
  await inTime(() => openConversation(life.sync, id))
  expect(await life.db.messages.count()).toBe(MANY + 1)
  await goesOn(world)
}, 600_000)

test('a list of 50,000 rows of which one can be read gives that one, and counts the others', async () => {
  const world = await oneThread()
  const { life, answers, row } = world
  const junk = Array.from({ length: 49_999 }, (_, i) => [null, i, '', [], {}, { text: 'x' }][i % 6])
  answers.conversations = [...junk, row(life.now() - 1000)]
  answers.messages = [messageAt(life.now() - 1000)]
  await inTime(() => pullAll(life.sync, 'waiting'))
  expect(await life.db.conversations.count()).toBe(1)
  expect(life.told.rejected % 49_999).toBe(0)
  expect(life.told.rejected).toBeGreaterThan(0)
  await Promise.all(life.notes)
  expect(await life.db.quarantine.count()).toBeLessThanOrEqual(200)
  await goesOn(world)
}, 600_000)

const BRACKETS = `${')'.repeat(100_000)}x`
const LONG = 'é😀 \u0000'.repeat(MEGABYTE)

test.each<[string, Record<string, unknown>]>([
  ['a text of 5 MB', { text: LONG }],
  ['a name of 5 MB', { senderName: LONG }],
  [
    'ids of a hundred thousand brackets',
    { senderProfileId: BRACKETS, senderId: BRACKETS, sender: { id: BRACKETS } },
  ],
  ['a link of as many', { sender: { profileUrl: `/in/${BRACKETS}/in/${BRACKETS}` } }],
  [
    'an attachment of 300,000 fields',
    {
      attachments: [Object.fromEntries(Array.from({ length: 300_000 }, (_, i) => [`field${i}`, i]))],
    },
  ],
  ['50,000 attachments', { attachments: Array.from({ length: 50_000 }, (_, i) => ({ name: `${i}.pdf` })) }],
  ['attachments 10,000 deep', { attachments: [raw(`${'[{"a":'.repeat(10_000)}1${'}]'.repeat(10_000)}`)] }],
  ['an attachment named by half a character', { attachments: [{ name: `${'n'.repeat(299)}😀` }] }],
])(
  'a message with %s is stored',
  async (_, more) => {
    const world = await oneThread()
    const { life, id, answers } = world
    const at = life.now() - 30_000
    answers.messages = [messageAt(at - 10_000), messageAt(at, more)]
    await inTime(() => openConversation(life.sync, id))
    expect(await life.db.messages.where('[conversationId+sentAt+key]').between([id], [id, []]).count()).toBe(
      3,
    )
    await goesOn(world)
  },
  60_000,
)

test('50,000 people in a conversation of 1,000 messages do not hold it up', async () => {
  const world = await oneThread()
  const { life, id, answers, row } = world
  const people = Array.from({ length: 50_000 }, (_, i) => ({ name: `Person ${i}`, profileId: `ACoAA${i}` }))
  const start = life.now() - 86_400_000
  answers.participants = people
  answers.conversations = [row(life.now() - 1000, { participants: people })]
  answers.messages = Array.from({ length: 1_000 }, (_, i) => messageAt(start + i * 1000))
  await inTime(() => pullAll(life.sync, 'waiting'))
  await inTime(() => openConversation(life.sync, id))
  expect(await life.db.messages.count()).toBe(1_001)
  await goesOn(world)
}, 600_000)

test('an answer of more than 32 MB is given up, and the next one is read', async () => {
  const world = await oneThread()
  const { life, answers, row } = world
  answers.conversations = [row(life.now(), { source: 'x'.repeat(33 * MEGABYTE) })]
  await inTime(() => pullAll(life.sync, 'waiting'))
  expect((await life.db.accounts.toArray())[0]?.health.state).toBe('error')
  await goesOn(world)
}, 600_000)
