import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { ROOT } from '../e2e/harness/build.ts'
import { connectInbox } from '../e2e/harness/connectInbox.ts'
import { imported } from '../e2e/harness/imported.ts'
import { setStage } from './stage.ts'

const FOLDER = join(ROOT, 'docs')

/** Makes the pictures of the README: the list, and a conversation with its reply box. */
async function main(): Promise<void> {
  const stage = await setStage({ headless: true, say: (line) => console.log(line), conversations: 24 })
  try {
    const { harness, sandbox } = stage
    const panel = await harness.openPage('sidepanel.html#/', { width: 400, height: 720 })
    await connectInbox(panel, sandbox.key)
    await imported(harness)
    await panel.reload()
    const rows = panel.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
    await rows.nth(7).waitFor()
    await mkdir(FOLDER, { recursive: true })
    await panel.screenshot({ path: join(FOLDER, 'inbox.png') })
    const long = sandbox.world.conversations().find((one) => one.thread.length > 6 && one.channel === 'inbox')
    const name = long?.people[0]?.name ?? ''
    await rows.getByRole('button', { name }).first().click()
    await panel.getByRole('article').last().waitFor()
    await panel.getByRole('textbox', { name: /^Reply to/ }).fill('Thursday at ten works for me.')
    await panel.screenshot({ path: join(FOLDER, 'conversation.png') })
    console.log(`Written to ${FOLDER}`)
  } finally {
    await stage.clear()
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
