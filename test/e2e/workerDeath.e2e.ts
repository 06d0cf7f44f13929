import { expect, test } from 'vitest'
import { imported } from './harness/imported.ts'
import { openThread, sentMark, story, writeReply } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const SEND = 'POST /conversations/send'
const MESSAGES = 'GET /conversations/:urn/messages'

test('the worker is stopped before, during and after a poll: every message comes, none twice', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 20, accounts: 1, unread: 0 } })
  await imported(harness)
  const panel = await harness.openPage('sidepanel.html#/')
  const row = (text: string) => panel.getByRole('list', { name: 'Conversations' }).getByText(text)

  sandbox.receive({ text: 'Before the poll' })
  await harness.stopWorker()
  await harness.fireAlarm('poll')
  await row('Before the poll').waitFor()

  const reads = () => sandbox.requests({ route: MESSAGES }).length
  const before = reads()
  sandbox.fault({ route: MESSAGES, effect: { delayMs: 3_000 } })
  sandbox.receive({ newConversation: true, text: 'During the poll' })
  await harness.fireAlarm('poll')
  await waitUntil(() => reads() > before, { what: 'the poll to be under way' })
  await harness.stopWorker()
  await harness.fireAlarm('poll')
  await row('During the poll').waitFor()

  sandbox.receive({ newConversation: true, text: 'After the poll' })
  await harness.fireAlarm('poll')
  await row('After the poll').waitFor()
  await harness.stopWorker()
  await harness.fireAlarm('poll')
  await waitUntil(async () => (await harness.badge()) === '3', { what: 'the badge to show 3' })
  for (const text of ['Before the poll', 'During the poll', 'After the poll']) {
    expect(await row(text).count()).toBe(1)
  }
})

test.each([
  ['delivered', { deliverThen: 'hang' as const }, 1],
  ['not delivered', { hang: true as const }, 0],
])(
  'the worker is stopped while a reply is under way, and it was %s: never posted twice',
  async (_, effect, delivered) => {
    const { harness, sandbox } = await story({ sandbox: { conversations: 10, accounts: 1 } })
    await imported(harness)
    const conversation = sandbox.world.conversations().find((one) => one.channel === 'inbox')
    const page = await openThread(harness, conversation?.accountId ?? '', conversation?.key ?? '')
    sandbox.fault({ route: SEND, effect })
    await writeReply(page, 'Cut off in mid-air')
    await waitUntil(() => sandbox.requests({ route: SEND }).length === 1, { what: 'the reply to be posted' })
    await harness.stopWorker()
    await harness.fireAlarm('outbox')
    const log = page.getByRole('log')
    const bubble = log.getByRole('article').filter({ hasText: 'Cut off in mid-air' })
    const state = delivered ? 'Sent' : 'Not confirmed'
    await bubble.getByText(state, { exact: true }).waitFor({ timeout: 60_000 })
    expect(await bubble.count()).toBe(1)
    expect(sandbox.requests({ route: SEND })).toHaveLength(1)
    expect(sandbox.deliveries(conversation?.key)).toHaveLength(delivered)
  },
)

test('a reply written while no worker runs is sent by the next one', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 10, accounts: 1 } })
  await imported(harness)
  const conversation = sandbox.world.conversations().find((one) => one.channel === 'inbox')
  const page = await openThread(harness, conversation?.accountId ?? '', conversation?.key ?? '')
  await harness.stopWorker()
  await writeReply(page, 'Wake up')
  await sentMark(page, 'Wake up').waitFor()
  await harness.stopWorker()
  await harness.fireAlarm('poll')
  expect(sandbox.deliveries(conversation?.key).map((one) => one.text)).toEqual(['Wake up'])
})
