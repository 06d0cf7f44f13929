import { expect, test } from 'vitest'
import { imported } from './harness/imported.ts'
import { openThread, sentMark, story, writeReply } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const SEND = 'POST /conversations/send'

async function thread() {
  const scene = await story({ sandbox: { conversations: 12, accounts: 1 } })
  await imported(scene.harness)
  const conversation = scene.sandbox.world.conversations().find((one) => one.channel === 'inbox')
  if (!conversation) throw new Error('The world has no conversation')
  const page = await openThread(scene.harness, conversation.accountId, conversation.key)
  return { ...scene, conversation, page, log: page.getByRole('log') }
}

test('a reply is on screen at once, goes out once and is marked sent', async () => {
  const { sandbox, harness, conversation, page, log } = await thread()
  sandbox.fault({ route: SEND, effect: { delayMs: 800 } })
  await writeReply(page, 'Thursday at ten works for me')
  const bubble = log.getByRole('article').filter({ hasText: 'Thursday at ten works for me' })
  await bubble.getByText('Sending').waitFor()
  expect(await page.getByRole('textbox', { name: /^Reply to/ }).inputValue()).toBe('')
  await sentMark(page, 'Thursday at ten works for me').waitFor()
  expect(await bubble.count()).toBe(1)
  expect(sandbox.deliveries(conversation.key).map((one) => one.text)).toEqual([
    'Thursday at ten works for me',
  ])
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})

test('what is typed right after Enter is the next reply, and nothing of the last one', async () => {
  const { sandbox, conversation, page, log } = await thread()
  const box = page.getByRole('textbox', { name: /^Reply to/ })
  await box.click()
  await page.keyboard.type('One\nTwo\n')
  await page.keyboard.insertText('Three')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('Four')
  await log.getByRole('article').filter({ hasText: 'Three' }).getByText('Sent', { exact: true }).waitFor()
  expect(await box.inputValue()).toBe('Four')
  expect(sandbox.deliveries(conversation.key).map((one) => one.text)).toEqual(['One', 'Two', 'Three'])
})

test('a reply written offline goes out once when the network is back', async () => {
  const { sandbox, conversation, page, log } = await thread()
  await sandbox.pause()
  await writeReply(page, 'Written in a tunnel')
  const bubble = log.getByRole('article').filter({ hasText: 'Written in a tunnel' })
  await bubble.getByText('Sending').waitFor()
  await sandbox.resume()
  await sentMark(page, 'Written in a tunnel').waitFor({ timeout: 60_000 })
  expect(await bubble.count()).toBe(1)
  expect(sandbox.deliveries(conversation.key).map((one) => one.text)).toEqual(['Written in a tunnel'])
})

test('a rejected reply tells why, and its text can be edited and sent', async () => {
  const { sandbox, conversation, page, log } = await thread()
  sandbox.fault({ route: SEND, effect: { status: 400, body: { error: 'Recipient cannot be messaged' } } })
  await writeReply(page, 'Are you there')
  await log.getByText('Failed').waitFor()
  await log.getByText('Recipient cannot be messaged').waitFor()
  await log.getByRole('button', { name: 'Edit' }).click()
  const box = page.getByRole('textbox', { name: /^Reply to/ })
  await waitUntil(async () => (await box.inputValue()) === 'Are you there', { what: 'the text in the box' })
  await box.press('End')
  await box.pressSequentially('?')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await sentMark(page, 'Are you there?').waitFor()
  expect(sandbox.deliveries(conversation.key).map((one) => one.text)).toEqual(['Are you there?'])
})

test('a reply delivered without an answer is found in the thread and not posted again', async () => {
  const { sandbox, conversation, page, log } = await thread()
  sandbox.fault({ route: SEND, effect: { deliverThen: { status: 502 } } })
  await writeReply(page, 'Did this reach you')
  await sentMark(page, 'Did this reach you').waitFor({ timeout: 60_000 })
  expect(await log.getByRole('article').filter({ hasText: 'Did this reach you' }).count()).toBe(1)
  expect(sandbox.requests({ route: SEND })).toHaveLength(1)
  expect(sandbox.deliveries(conversation.key)).toHaveLength(1)
})

test('a reply nobody can vouch for says so and offers three ways out', async () => {
  const { sandbox, conversation, page, log } = await thread()
  sandbox.fault({ route: SEND, effect: { status: 502 } })
  await writeReply(page, 'Into the void')
  await log.getByText('Not confirmed').waitFor()
  for (const name of ['Check again', 'Send again', 'Discard']) {
    await log.getByRole('button', { name }).waitFor()
  }
  expect(sandbox.requests({ route: SEND })).toHaveLength(1)
  await log.getByRole('button', { name: 'Send again' }).click()
  await sentMark(page, 'Into the void').waitFor()
  expect(sandbox.deliveries(conversation.key)).toHaveLength(1)
})

test('a failed reply holds the ones behind it, which say so, until it is put right', async () => {
  const { sandbox, conversation, page, log } = await thread()
  sandbox.fault({ route: SEND, effect: { status: 400, body: { error: 'Too long' } } })
  await writeReply(page, 'First, the long one')
  const first = log.getByRole('article').filter({ hasText: 'First, the long one' })
  await first.getByText('Failed').waitFor()
  await writeReply(page, 'Second thoughts')
  const second = log.getByRole('article').filter({ hasText: 'Second thoughts' })
  await second.getByText('waits for the reply above').waitFor()
  expect(sandbox.requests({ route: SEND })).toHaveLength(1)
  await first.getByRole('button', { name: 'Send again' }).click()
  await second.getByText('Sent', { exact: true }).waitFor()
  expect(sandbox.deliveries(conversation.key).map((one) => one.text)).toEqual([
    'First, the long one',
    'Second thoughts',
  ])
})

test('"Check again" finds a reply that arrived late', async () => {
  const { sandbox, conversation, page, log } = await thread()
  sandbox.fault({ route: SEND, effect: { status: 502 } })
  await writeReply(page, 'By slow boat')
  const bubble = log.getByRole('article').filter({ hasText: 'By slow boat' })
  await bubble.getByText('It was not found in the conversation so far').waitFor()
  sandbox.writeElsewhere(conversation.key, 'By slow boat')
  await bubble.getByRole('button', { name: 'Check again' }).click()
  await bubble.getByText('Sent', { exact: true }).waitFor()
  expect(await bubble.count()).toBe(1)
  expect(sandbox.requests({ route: SEND })).toHaveLength(1)
})

test.each([
  ['by the API', { twice: true as const }],
  // Chromium posts anew by itself where a connection that was in use before dies under a post.
  ['by the browser, if it repeats the post', { deliverThen: 'reset' as const }],
])('a reply delivered twice %s is told as such, never hidden', async (_, effect) => {
  const { sandbox, conversation, page, log } = await thread()
  sandbox.fault({ route: SEND, effect })
  await writeReply(page, 'Echo, echo')
  const bubbles = log.getByRole('article').filter({ hasText: 'Echo, echo' })
  await bubbles.last().getByText('Sent', { exact: true }).waitFor({ timeout: 60_000 })
  const delivered = sandbox.deliveries(conversation.key).length
  await waitUntil(async () => (await bubbles.count()) === delivered, { timeout: 30_000, what: 'every copy' })
  const told = log.getByText('This reply is in the conversation twice')
  if (delivered === 2) await told.waitFor()
  expect(await told.count()).toBe(delivered - 1)
})

test('a draft survives leaving the conversation, closing the page and restarting the browser', async () => {
  const { harness, conversation, page } = await thread()
  const box = page.getByRole('textbox', { name: /^Reply to/ })
  await box.pressSequentially('Half a thought')
  await page.close()
  const again = await openThread(harness, conversation.accountId, conversation.key)
  const restored = again.getByRole('textbox', { name: /^Reply to/ })
  await waitUntil(async () => (await restored.inputValue()) === 'Half a thought', { what: 'the draft' })
  await harness.relaunch()
  const later = await openThread(harness, conversation.accountId, conversation.key)
  const kept = later.getByRole('textbox', { name: /^Reply to/ })
  await waitUntil(async () => (await kept.inputValue()) === 'Half a thought', { what: 'the draft' })
})
