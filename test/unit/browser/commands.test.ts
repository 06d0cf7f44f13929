import { beforeEach, expect, test, vi } from 'vitest'
import { onCommand, sendCommand } from '../../../lib/browser/commands.ts'

const ID = 'abcdefghijklmnopabcdefghijklmnop'
const OTHER = 'ponmlkjihgfedcbaponmlkjihgfedcba'
const OWN = `chrome-extension://${ID}`

const runtime = vi.hoisted(() => ({
  listener: (() => undefined) as (
    message: unknown,
    sender: object,
    answer: (out: unknown) => void,
  ) => unknown,
  answer: async (): Promise<unknown> => undefined,
}))
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'abcdefghijklmnopabcdefghijklmnop',
      getURL: (path: string) => `chrome-extension://abcdefghijklmnopabcdefghijklmnop/${path}`,
      onMessage: {
        addListener(listener: typeof runtime.listener) {
          runtime.listener = listener
        },
      },
      sendMessage: () => runtime.answer(),
    },
  },
}))

const message = { command: 'deleteEverything', request: {} }
const handle = vi.fn(async () => 'done')
beforeEach(() => {
  handle.mockClear()
  onCommand(handle)
})

test.each([
  ['the popup', { id: ID, url: `${OWN}/popup.html`, origin: OWN }],
  ['the panel on a conversation', { id: ID, url: `${OWN}/sidepanel.html#/c/a%2Finbox%2Fb`, origin: OWN }],
  ['the options in a tab', { id: ID, url: `${OWN}/options.html`, origin: OWN, tab: { id: 1 }, frameId: 0 }],
  ['a page in a browser that tells no origin', { id: ID, url: `${OWN}/options.html` }],
])('%s is answered', async (_, sender) => {
  const answer = new Promise((resolve) => {
    expect(runtime.listener(message, sender, resolve)).toBe(true)
  })
  expect(await answer).toBe('done')
  expect(handle).toHaveBeenCalledWith(message)
})

test.each([
  [
    'a script inside a web page',
    { id: ID, url: 'https://www.linkedin.com/feed/', origin: 'https://www.linkedin.com', tab: { id: 1 } },
  ],
  ['a web page', { url: 'https://evil.example/', origin: 'https://evil.example' }],
  ['another extension', { id: OTHER, url: `chrome-extension://${OTHER}/popup.html` }],
  ['another extension that names a page of ours', { id: OTHER, url: `${OWN}/popup.html`, origin: OWN }],
  ['an address that only begins like ours', { id: ID, url: `${OWN}.evil.example/popup.html` }],
  ['an address that has ours inside', { id: ID, url: `https://evil.example/${OWN}/popup.html` }],
  ['a page of ours in a sandboxed frame', { id: ID, url: `${OWN}/popup.html`, origin: 'null' }],
  ['a page of ours inside a site', { id: ID, url: `${OWN}/popup.html`, origin: 'https://evil.example' }],
  ['nobody', {}],
  ['somebody without an address', { id: ID }],
  ['somebody without an id', { url: `${OWN}/popup.html`, origin: OWN }],
  ['a blank page', { id: ID, url: 'about:blank', origin: 'null' }],
  ['a data address', { id: ID, url: 'data:text/html,x', origin: 'null' }],
])('%s is not answered', (_, sender) => {
  expect(runtime.listener(message, sender, () => undefined)).toBeUndefined()
  expect(handle).not.toHaveBeenCalled()
})

test('a command that breaks leaves nobody waiting', async () => {
  handle.mockRejectedValueOnce(new Error('broken'))
  const sender = { id: ID, url: `${OWN}/popup.html`, origin: OWN }
  const answer = new Promise((resolve) => void runtime.listener(message, sender, resolve))
  expect(await answer).toBeUndefined()
})

test('a worker that does not answer, or is gone, is a failure as data', async () => {
  const failure = { ok: false, failure: { kind: 'unknown', detail: null, status: null, retryAt: null } }
  expect(await sendCommand('syncNow', {})).toEqual(failure)
  runtime.answer = async () => {
    throw new Error('Could not establish connection')
  }
  expect(await sendCommand('syncNow', {})).toEqual(failure)
})
