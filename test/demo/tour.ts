import type { Page } from 'playwright-core'
import { connectInbox } from '../e2e/harness/connectInbox.ts'
import { waitUntil } from '../e2e/harness/waitUntil.ts'
import { prepareShots, shoot } from './shots.ts'
import type { Stage } from './stage.ts'

const REPLY = 'Thank you, that works for me. Talk to you then!'

type Say = (line: string) => void

/** The tour: connect, popup, a notification, the side panel, scrolling back, a reply; with pictures of each. */
export async function takeTour({ sandbox, harness }: Stage, say: Say): Promise<void> {
  await prepareShots()
  await harness.listenToNotifications()
  await connect(harness, sandbox.key, say)
  sandbox.startTraffic({ everyMs: 20_000 })
  await seePopup(harness, say)
  await beNotified({ sandbox, harness }, say)
  const panel = await openPanel(harness, say)
  await openThread(panel, say)
  await scrollBack(panel, say)
  await reply(panel, say)
  const complaints = harness.problems().map(({ where, text }) => `${where}: ${text}`)
  if (complaints.length > 0) throw new Error(`Pages complained:\n${complaints.join('\n')}`)
}

async function connect(harness: Stage['harness'], key: string, say: Say): Promise<void> {
  const options = await harness.openPage('options.html', { width: 900, height: 760 })
  await options.getByRole('heading', { name: 'Connect your inbox' }).waitFor()
  await shoot(options, '1-first-run')
  await connectInbox(options, key)
  say('Connected with the key of the stand-in API')
  const badge = await waitUntil(() => harness.badge(), {
    timeout: 120_000,
    what: 'the badge after the import',
  })
  say(`First import: the badge says ${badge}, ${(await harness.notifications()).length} notifications`)
  say(`Settings: ${await shoot(options, '2-options')}`)
  await options.close()
}

async function seePopup(harness: Stage['harness'], say: Say): Promise<void> {
  const popup = await harness.openPage('popup.html', { width: 360, height: 600 })
  const rows = popup.getByRole('list', { name: 'Unread conversations' }).getByRole('listitem')
  await rows.first().waitFor()
  say(`Popup: ${await rows.count()} unread conversations, ${await shoot(popup, '3-popup')}`)
  await popup.close()
}

async function beNotified({ sandbox, harness }: Pick<Stage, 'sandbox' | 'harness'>, say: Say): Promise<void> {
  const popup = await harness.openPage('popup.html', { width: 360, height: 600 })
  const { text } = sandbox.receive({ text: 'Could we move our call to four o’clock?' })
  await popup.getByRole('button', { name: 'Sync now' }).click()
  const shown = await waitUntil(
    () => harness.shownNotifications().find(({ title, message }) => `${title} ${message}`.includes(text)),
    {
      timeout: 90_000,
      what: 'a notification of the new message',
    },
  )
  say(`Notification: "${shown.title}: ${shown.message}"; the badge says ${await harness.badge()}`)
  await popup.close()
}

/** Opens the real side panel, by a click in the popup: the browser opens it for nothing less. */
export async function openPanel(harness: Stage['harness'], say: Say): Promise<Page> {
  const popup = await harness.openPage('popup.html', { width: 360, height: 600 })
  await popup.getByRole('button', { name: 'Open inbox' }).click()
  const panel = await harness.sidePanelPage()
  await conversations(panel).first().waitFor()
  say('Side panel open')
  if (!popup.isClosed()) await popup.close()
  return panel
}

async function openThread(panel: Page, say: Say): Promise<void> {
  say(`Side panel: ${await shoot(panel, '4-panel')}`)
  await conversations(panel).first().getByRole('button').first().click()
  await panel.getByRole('article').last().waitFor()
  say(`Conversation: ${await shoot(panel, '5-conversation')}`)
}

async function scrollBack(panel: Page, say: Say): Promise<void> {
  const log = panel.getByRole('log')
  const oldest = async () => (await log.getByRole('article').first().textContent()) ?? ''
  await log.hover()
  const beginning = panel.getByText('Beginning of conversation')
  const look = async () => {
    await panel.mouse.wheel(0, -1200)
    // What is in the page need not be in view yet.
    return (await beginning.isVisible()) && (await log.evaluate((list) => list.scrollTop === 0))
  }
  await waitUntil(look, { timeout: 60_000, what: 'the beginning of the conversation', interval: 60 })
  say(
    `Scrolled back to the first message, "${oneLine(await oldest())}": ${await shoot(panel, '6-scrolled-back')}`,
  )
}

async function reply(panel: Page, say: Say): Promise<void> {
  const box = panel.getByRole('textbox', { name: /^Reply to/ })
  await box.fill(REPLY)
  await box.press('Enter')
  const bubble = panel.getByRole('article').filter({ hasText: REPLY }).last()
  await bubble.waitFor()
  await panel.getByText('Sent', { exact: true }).last().waitFor({ timeout: 30_000 })
  say(`Reply sent: ${await shoot(panel, '7-reply')}`)
}

function conversations(panel: Page) {
  return panel.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
