import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import type { Page } from 'playwright-core'
import { ROOT } from '../e2e/harness/build.ts'
import { connectInbox } from '../e2e/harness/connectInbox.ts'
import { imported } from '../e2e/harness/imported.ts'
import { type Stage, setStage } from './stage.ts'

/** What the stores ask for. */
const STORE = { width: 1280, height: 800 }
const PANEL = { width: 400, height: 720 }

/** Makes the pictures of the README (docs) and of the stores (release/screenshots), all of the same made-up inbox. */
async function main(): Promise<void> {
  const stage = await setStage({ headless: true, say: (line) => console.log(line), conversations: 24 })
  try {
    const { harness, sandbox } = stage
    const first = await harness.openPage('sidepanel.html#/', PANEL)
    await connectInbox(first, sandbox.key)
    await imported(harness)
    await first.close()
    await takePanel(stage)
    await takeStore(stage)
  } finally {
    await stage.clear()
  }
}

/** The list, and a conversation with its reply box, as narrow as the panel is at first. */
async function takePanel({ harness, sandbox }: Stage): Promise<void> {
  const panel = await harness.openPage('sidepanel.html#/', PANEL)
  await listed(panel)
  await shoot(panel, 'docs/inbox.png')
  await openLongest(panel, sandbox)
  await panel.getByRole('textbox', { name: /^Reply to/ }).fill('Thursday at ten works for me.')
  await shoot(panel, 'docs/conversation.png')
  await panel.close()
}

/** Five places, in the light and in the dark. */
async function takeStore({ harness, sandbox }: Stage): Promise<void> {
  const light = await harness.openPage('sidepanel.html#/', STORE)
  await listed(light)
  await openLongest(light, sandbox)
  await light.getByRole('textbox', { name: /^Reply to/ }).fill('Thursday at ten works for me.')
  await shoot(light, 'release/screenshots/1-inbox.png')
  await light.keyboard.press('Control+k')
  await light.getByRole('dialog', { name: 'Command palette' }).getByRole('option').nth(5).waitFor()
  await shoot(light, 'release/screenshots/2-keyboard.png')
  await light.close()

  const dark = await harness.openPage('sidepanel.html#/', { ...STORE, colorScheme: 'dark' })
  await listed(dark)
  await openLongest(dark, sandbox)
  await shoot(dark, 'release/screenshots/3-dark.png')
  await dark.goto(harness.url('sidepanel.html#/search?q=thank'))
  await dark.getByRole('region', { name: 'Messages found' }).getByRole('button').nth(1).click()
  await dark.getByRole('log').getByRole('article').first().waitFor()
  await shoot(dark, 'release/screenshots/4-search.png')
  await dark.close()

  const options = await harness.openPage('options.html', STORE)
  await options.getByRole('link', { name: 'Notifications' }).click()
  await options.getByRole('heading', { name: 'Notifications' }).waitFor()
  await shoot(options, 'release/screenshots/5-options.png')
  await options.close()
}

async function listed(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Conversations' }).getByRole('listitem').nth(7).waitFor()
}

async function openLongest(page: Page, { world }: Stage['sandbox']): Promise<void> {
  const long = world.conversations().find((one) => one.thread.length > 6 && one.channel === 'inbox')
  const rows = page.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
  await rows
    .getByRole('button', { name: long?.people[0]?.name ?? '' })
    .first()
    .click()
  await page.getByRole('article').last().waitFor()
}

async function shoot(page: Page, path: string): Promise<void> {
  const file = join(ROOT, path)
  await mkdir(dirname(file), { recursive: true })
  // What is under the pointer shows what can be done with it.
  await page.mouse.move(0, 0)
  await page.screenshot({ path: file, animations: 'disabled' })
  console.log(path)
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
