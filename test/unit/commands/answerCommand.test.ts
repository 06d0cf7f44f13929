import Dexie from 'dexie'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ApiError } from '../../../lib/api/ApiError.ts'
import { answerCommand, type Handlers } from '../../../lib/commands/answerCommand.ts'
import { COMMAND_NAMES } from '../../../lib/commands/requests.ts'

/** Handlers that note what reached them; `answer` decides what comes of it. */
function makeHandlers(answer: () => unknown = () => ({})) {
  const handled: { name: string; request: unknown }[] = []
  const handlers = Object.fromEntries(
    COMMAND_NAMES.map((name) => [
      name,
      async (request: unknown) => {
        handled.push({ name, request })
        return answer()
      },
    ]),
  ) as unknown as Handlers
  return { handlers, handled }
}
const ask = (command: string, request: unknown, answer?: () => unknown) =>
  answerCommand(makeHandlers(answer).handlers, { command, request })

test('a command reaches its own handler with its request, and the reply comes back', async () => {
  const { handlers, handled } = makeHandlers(() => ({ added: 3, closed: true }))
  const outcome = await answerCommand(handlers, {
    command: 'loadGap',
    request: { conversationId: 'c', from: 7 },
  })
  expect(outcome).toEqual({ ok: true, reply: { added: 3, closed: true } })
  expect(handled).toEqual([{ name: 'loadGap', request: { conversationId: 'c', from: 7 } }])
})

test('what does not belong to a request stays outside', async () => {
  const { handlers, handled } = makeHandlers()
  await answerCommand(handlers, { command: 'loadOlder', request: { conversationId: 'c', key: 'secret' } })
  expect(handled).toEqual([{ name: 'loadOlder', request: { conversationId: 'c' } }])
})

test.each([
  [undefined],
  [null],
  ['syncNow'],
  [{}],
  [{ command: 'eraseDisk', request: {} }],
  [{ command: 'toString', request: {} }],
  [{ command: '__proto__', request: {} }],
  [{ command: ['drain'], request: {} }],
  [{ command: 'loadGap', request: { conversationId: 'c' } }],
  [{ command: 'loadGap', request: { conversationId: 'c', from: '7' } }],
  [{ command: 'loadGap', request: { conversationId: 'c', from: Number.NaN } }],
  [{ command: 'openConversation', request: null }],
])('%j is refused as data and reaches no handler', async (message) => {
  const { handlers, handled } = makeHandlers()
  expect(await answerCommand(handlers, message)).toMatchObject({ ok: false, failure: { kind: 'unknown' } })
  expect(handled).toEqual([])
})

test('what fails at the API comes back with all that is known about it', async () => {
  const outcome = await ask('syncNow', {}, () => {
    throw new ApiError({
      kind: 'rateLimited',
      status: 429,
      retryAt: 9,
      detail: 'Slow down',
      notDelivered: true,
    })
  })
  expect(outcome).toEqual({
    ok: false,
    failure: { kind: 'rateLimited', status: 429, retryAt: 9, detail: 'Slow down' },
  })
})

const full = new DOMException('Full', 'QuotaExceededError')
test.each<[string, () => unknown]>([
  ['the browser’s own error', () => full],
  ['a transaction that Dexie says was aborted', () => new Dexie.AbortError('Aborted', full)],
  ['a bulk write of which rows failed', () => new Dexie.BulkError('5 of 5 failed', [full] as never)],
  ['a database that was closed', () => new Dexie.DatabaseClosedError()],
])('a full disk is called by its name: %s', async (_, error) => {
  const outcome = await ask('drain', {}, () => {
    throw error()
  })
  expect(outcome).toMatchObject({ ok: false, failure: { kind: 'storage' } })
})

test('whatever comes and whatever a handler throws, it never rejects and tells nothing of the inside', async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything(), fc.anything(), async (request, thrown) => {
      const throwing = makeHandlers(() => {
        throw thrown
      })
      const outcome = await answerCommand(throwing.handlers, { command: 'drain', request })
      expect(outcome).toMatchObject({ ok: false, failure: { status: null, retryAt: null } })
      await answerCommand(throwing.handlers, request)
    }),
  )
  const outcome = await ask('drain', {}, () => {
    throw new Error('text of a message')
  })
  expect(JSON.stringify(outcome)).not.toContain('text of a message')
})
