import { expect, test } from 'vitest'
import { failureOf, makeClient, waiting } from '../api/support/makeClient.ts'
import { serve, serveJson } from '../api/support/serve.ts'
import { inEachDialect, makeInbox, readAll, threadOf } from './support.ts'

// Contradictions about errors (contract 8.1, and 0.6 which it points to).

test.each(
  inEachDialect({ error: 'error' }, { error: 'message' }, { error: 'successError' }, { error: 'zod' }),
)(
  '8.1 error body: $said in the $dialect dialect reaches the user as its sentence',
  async ({ dialect, wire }) => {
    const harness = await readAll(await makeInbox({ dialect, wire }))
    const { key } = threadOf(harness)
    const row = await harness.conversation(key)
    harness.sandbox.fault({ route: 'POST /conversations/send', effect: { status: 400 } })
    await harness.reply(row.id, 'Will be refused')
    const intent = (await harness.db.outbox.toArray()).find(({ kind }) => kind === 'send')
    expect(intent).toMatchObject({ state: 'failed', error: { kind: 'refused' } })
    expect(intent?.error?.text).toContain('Bad request')
    expect(harness.sandbox.deliveries()).toEqual([])
  },
)

test.each(inEachDialect({ error: 'error' }, { error: 'message' }, { error: 'successError' }))(
  '8.1 error body: $said in the $dialect dialect, a trial that ended is told in the API’s words',
  async ({ dialect, wire }) => {
    const harness = await makeInbox({ dialect, wire })
    await harness.connected()
    harness.sandbox.fault({ times: 'always', effect: { status: 403 } })
    await harness.pull()
    for (const { health } of await harness.db.accounts.toArray()) {
      expect(health).toMatchObject({
        state: 'subscriptionNeeded',
        reason: expect.stringContaining('trial has expired'),
      })
    }
  },
)

test.each([
  ['nothing', ''],
  ['HTML', '<html><body>Bad Gateway</body></html>'],
  ['an empty object', '{}'],
  ['a list', '[]'],
])('8.1 error body: %s still has the status as its words', async (_, body) => {
  const { baseUrl } = await serve((response) => void response.writeHead(422).end(body))
  const error = await failureOf(
    makeClient(baseUrl).api.listConversations({ accountId: 'a1', count: 20 }, waiting),
  )
  expect(error).toMatchObject({ kind: 'refused', status: 422 })
  expect(error.detail).toBe('HTTP 422')
})

test.each([
  [{ message: 'First', error: 'Second', detail: 'Third' }, 'First'],
  [{ error: 'Second', detail: 'Third' }, 'Second'],
  [
    { error: { issues: [{ path: ['attachments', 0, 'file'], message: 'Required' }] }, detail: 'Third' },
    'attachments.0.file: Required',
  ],
  [{ message: ['no', 'text'], detail: 'Third' }, 'Third'],
])('8.1 error body: of %j the words come in the order of 0.6', async (body, words) => {
  const { baseUrl } = await serveJson(body, 400)
  const error = await failureOf(
    makeClient(baseUrl).api.listConversations({ accountId: 'a1', count: 20 }, waiting),
  )
  expect(error.detail).toBe(words)
})
