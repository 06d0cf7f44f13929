import { expect, test } from 'vitest'
import { imported } from './harness/imported.ts'
import { story } from './harness/story.ts'

test('nonsense said to the worker is refused as data, and the worker goes on answering', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 4, accounts: 1 } })
  await imported(harness)
  const say = (message: unknown) =>
    harness.probe.evaluate((said) => chrome.runtime.sendMessage(said) as Promise<unknown>, message)
  for (const message of [
    null,
    'deleteEverything',
    [],
    {},
    { command: 'eraseDisk', request: {} },
    { command: '__proto__', request: {} },
    { command: 'constructor', request: {} },
    { command: 'openConversation', request: {} },
    { command: 'loadGap', request: { conversationId: 'x', from: 'y' } },
    { command: 'checkAgain', request: { intentId: {} } },
    { command: 'checkAgain', request: { intentId: ['x'] } },
  ]) {
    expect(await say(message), JSON.stringify(message)).toMatchObject({
      ok: false,
      failure: { kind: 'unknown' },
    })
  }
  expect(await say({ command: 'drain', request: {} })).toEqual({
    ok: true,
    reply: {},
  })
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})
