import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { FaultRule } from '../sandbox/server/faults.ts'
import type { Harness } from './harness/harness.ts'
import { story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const SEND = 'POST /conversations/send'

/** What a bad line does, over and over. */
const WEATHER: FaultRule[] = [
  { method: 'GET', times: 3, effect: { delayMs: 400 } },
  { method: 'GET', effect: { status: 503 } },
  { route: 'POST /messaging/mark-seen', effect: { status: 500 } },
  { method: 'GET', effect: { reset: true } },
  { method: 'GET', times: 2, effect: { delayMs: 700 } },
  { method: 'GET', effect: { rateLimited: 'seconds', resetInMs: 2_000 } },
  { method: 'GET', effect: { status: 502, html: true } },
]

function storm(sandbox: Sandbox): void {
  // One reply arrives and its answer does not, one is put off, one is lost.
  sandbox.fault({ route: SEND, skip: 1, effect: { deliverThen: { status: 502 } } })
  sandbox.fault({ route: SEND, skip: 1, effect: { rateLimited: 'seconds', resetInMs: 2_000 } })
  sandbox.fault({ route: SEND, skip: 1, effect: { status: 503 } })
  for (let round = 0; round < 5; round++) for (const rule of WEATHER) sandbox.fault(rule)
}

const listOf = (panel: Page) => panel.getByRole('list', { name: 'Conversations' })

/** The ids of the rows in view, from the top, and of the one with the focus. */
const look = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement?.closest('[data-row]')
    const rows = document.querySelectorAll('[aria-label="Conversations"] [data-row]')
    return {
      rows: [...rows].map((row) => row.getAttribute('data-row') ?? ''),
      focused: focused?.getAttribute('data-row') ?? '',
    }
  })

interface Stored {
  conversations: { id: string; shelf: string; unread: number; preview: { text: string } | null }[]
  messages: { conversationId: string; text: string }[]
  outbox: { kind: string; text?: string }[]
}

async function stored(harness: Harness): Promise<Stored> {
  const rows = (await harness.storageDump()).indexedDB.parley ?? {}
  const { conversations = [], messages = [], outbox = [] } = rows as Partial<Stored>
  return { conversations, messages, outbox }
}

const idOf = ({ accountId, channel, key }: { accountId: string; channel: string; key: string }) =>
  `${accountId}/${channel}/${key}`
const keyOf = (id: string) => id.split('/').slice(2).join('/')

/** A reply that was lost says so over the list, and goes out when told to. Until every reply has gone out. */
async function sendAgainWhatWasLost(harness: Harness, panel: Page): Promise<void> {
  const unsent = async () => (await stored(harness)).outbox.filter(({ kind }) => kind === 'send')
  // Each has a line of its own, or more than two have one together.
  const lost = panel.getByRole('alert').filter({ hasText: /(is|are) not confirmed/ })
  await waitUntil(
    async () => {
      if (await lost.first().isVisible()) {
        await lost.first().getByRole('button', { name: 'Show' }).press('Enter')
        await panel.getByRole('log').waitFor()
        const vain = panel.getByText('It was not found in the conversation so far')
        // It may be found at this very moment, and then nothing is asked any more.
        const found = panel.getByText('Sent', { exact: true })
        await vain.or(found).last().waitFor()
        if (await vain.isVisible()) await panel.getByRole('button', { name: 'Send again' }).press('Enter')
        await panel.keyboard.press('Escape')
        await panel.keyboard.press('Escape')
        await listOf(panel).getByRole('listitem').first().waitFor()
      }
      return (await unsent()).length === 0
    },
    { timeout: 120_000, interval: 200, what: 'every reply to have gone out' },
  )
}

test('eight in the morning: 60 unread of three accounts over a bad line, worked through by keyboard; nothing is missed, lost or sent twice', async () => {
  const { harness, sandbox } = await story({
    sandbox: { conversations: 72, accounts: 3, unread: 60, messagesPerConversation: 2 },
  })
  await waitUntil(async () => (await harness.badge()) === '60', {
    timeout: 60_000,
    what: 'the badge to say 60',
  })
  storm(sandbox)
  const popup = await harness.openPopup()
  await popup.getByRole('listitem').first().waitFor()
  await popup.keyboard.press('g')
  // The popup may be gone before the key is up.
  await popup.keyboard.press('i').catch(() => undefined)
  const panel = await harness.sidePanelPage()
  await listOf(panel).getByRole('listitem').first().waitFor()
  await panel.keyboard.press('g')
  await panel.keyboard.press('u')
  await panel.getByRole('button', { name: 'Unread', pressed: true }).waitFor()
  const focusRow = () =>
    waitUntil(
      async () => {
        await panel.keyboard.press('j')
        return (await look(panel)).focused
      },
      { what: 'a row to have the focus' },
    )
  await focusRow()

  const replies = new Map<string, string>()
  const left = new Set<string>()
  const later = new Set<string>()
  const arrived: { id: string; text: string }[] = []
  const arrive = (what: { conversation?: string; newConversation?: true }, text: string) => {
    const { conversation } = sandbox.receive({ ...what, text })
    const row = sandbox.world.conversation(conversation)
    if (row) arrived.push({ id: idOf(row), text })
  }
  const reply = async (id: string, text: string, sendBy: string) => {
    replies.set(id, text)
    await panel.keyboard.press('r')
    await panel
      .getByRole('textbox', { name: /^Reply to/ })
      .and(panel.locator(':focus'))
      .waitFor()
    await panel.keyboard.type(text)
    await panel.keyboard.press(sendBy)
    if (sendBy !== 'Enter') return
    await panel.getByRole('log').getByText(text).first().waitFor()
  }
  const finished: string[] = []
  const deal = async (id: string, turn: number) => {
    if (turn === 12) await reply(id, 'Settled, and done', 'Control+Enter')
    else if (turn % 7 === 2) {
      await reply(id, `Answer ${turn}: I will look into it`, 'Enter')
      if (turn === 44) await harness.stopWorker()
      await panel.keyboard.press('Escape')
      await panel.keyboard.press('e')
    } else if (turn % 7 === 4) {
      later.add(id)
      await panel.keyboard.press('h')
      await panel.getByRole('combobox', { name: 'Snooze until' }).and(panel.locator(':focus')).waitFor()
      await panel.keyboard.press('ArrowDown')
      await panel.keyboard.press('Enter')
    } else await panel.keyboard.press('e')
    finished.push(id)
  }

  const happenings: Record<number, () => unknown> = {
    8: () => arrive({ conversation: keyOf(finished[0] ?? '') }, 'One more thing'),
    20: () => harness.offline(true),
    26: () => arrive({ newConversation: true }, 'We have not met'),
    34: () => harness.offline(false),
    36: () => harness.fireAlarm('poll'),
    48: () => arrive({ conversation: keyOf([...left][0] ?? '') }, 'I am still waiting'),
    50: () => harness.fireAlarm('poll'),
  }
  let turn = 0
  /** Deals with all that is unread, but for what is left on purpose. */
  const workThrough = async () => {
    for (; ; turn++) {
      await happenings[turn]?.()
      const { rows, focused } = await waitUntil(
        async () => {
          const seen = await look(panel)
          return seen.focused === '' ? null : seen
        },
        { what: 'a row to have the focus' },
      )
      const open = rows.filter((id) => !left.has(id))
      if (open.length === 0) break
      if (left.has(focused)) {
        const below = rows.slice(rows.indexOf(focused)).some((id) => !left.has(id))
        await panel.keyboard.press(below ? 'j' : 'k')
      } else if (turn % 15 === 9) {
        left.add(focused)
        continue
      } else await deal(focused, turn)
      await waitUntil(
        async () => {
          const seen = await look(panel)
          return seen.focused !== '' && seen.focused !== focused
        },
        { what: `the row after that of turn ${turn}` },
      )
    }
  }
  await workThrough()

  sandbox.clearFaults()
  await harness.fireAlarm('poll')
  const times = async ({ id, text }: { id: string; text: string }) =>
    (await stored(harness)).messages.filter((one) => one.conversationId === id && one.text === text).length
  for (const arrival of arrived) {
    await waitUntil(async () => (await times(arrival)) > 0, { timeout: 150_000, what: `"${arrival.text}"` })
    expect(await times(arrival)).toBe(1)
  }
  // What came while the line was bad is dealt with too.
  await focusRow()
  await workThrough()
  await sendAgainWhatWasLost(harness, panel)
  const sent = sandbox.deliveries().map(({ conversation, text }) => `${conversation}: ${text}`)
  expect(sent.sort()).toEqual([...replies].map(([id, text]) => `${keyOf(id)}: ${text}`).sort())

  await harness.fireAlarm('poll')
  const newest = () =>
    sandbox.world.conversations().map((one) => [idOf(one), one.thread.at(0)?.text ?? ''] as const)
  await waitUntil(
    async () => {
      const rows = new Map((await stored(harness)).conversations.map((row) => [row.id, row.preview?.text]))
      return newest().every(([id, text]) => rows.get(id) === text)
    },
    { timeout: 60_000, what: 'each conversation to end as it does at LinkedIn' },
  )
  const { conversations } = await stored(harness)
  const on = (wanted: (row: Stored['conversations'][number]) => boolean) =>
    conversations
      .filter(wanted)
      .map(({ id }) => id)
      .sort()
  expect(on(({ unread, shelf }) => unread === 1 && shelf === 'inbox')).toEqual([...left].sort())
  expect(on(({ shelf }) => shelf === 'snoozed')).toEqual([...later].sort())
  await waitUntil(async () => (await harness.badge()) === String(left.size), {
    what: 'the badge to count what was left',
  })
  expect((await look(panel)).rows.sort()).toEqual([...left].sort())
  expect(left.size).toBeGreaterThan(2)
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
}, 400_000)
