import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../sandbox/sandbox'
import type { ViolationKind } from '../../sandbox/server/recorder'
import { call, firstOf, json, started } from './client'

const UPLOAD = '/conversations/upload-attachment'
const DOWNLOAD = '/conversations/download-media'

function upload(sandbox: Sandbox, query: Record<string, string>, body: BodyInit | null, type?: string) {
  return fetch(`${sandbox.baseUrl}${UPLOAD}?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${sandbox.key}`, ...(type ? { 'Content-Type': type } : {}) },
    body,
  })
}

const BYTES = Uint8Array.from({ length: 600 }, (_, at) => at % 256)
const good = (s: Sandbox) =>
  upload(s, { accountId: firstOf(s).accountId, filename: 'chart.png' }, BYTES, 'image/png')
const sendWith = (s: Sandbox, file: object, account = firstOf(s).accountId) => {
  const conversation = s.world.conversations(account).find((one) => one.channel === 'inbox')
  const body = {
    accountId: account,
    conversationUrn: conversation?.urn,
    message: 'Here',
    attachments: [{ file }],
  }
  return call(s, 'POST', '/conversations/send', { body })
}

describe('an upload that was sent', () => {
  it('is in the thread, and its bytes come back from where the thread says', async () => {
    const sandbox = await started()
    const { accountId } = firstOf(sandbox)
    const { attachment } = await json(good(sandbox))
    expect(attachment).toEqual({
      assetUrn: expect.stringMatching(/^urn:li:digitalmediaAsset:/),
      byteSize: 600,
      mediaType: 'image/png',
      name: 'chart.png',
    })
    expect((await sendWith(sandbox, attachment)).status).toBe(200)
    expect(sandbox.deliveries()).toMatchObject([{ text: 'Here', files: ['chart.png'] }])
    const url = sandbox.world.assets[0]?.url
    const answer = await call(sandbox, 'POST', DOWNLOAD, { body: { accountId, url } })
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(BYTES)
    expect(sandbox.violations()).toEqual([])
  })

  it.each(['data', 'base64', 'dataUrl'] as const)('comes back inside JSON as %s', async (media) => {
    const sandbox = await started({ wire: { media } })
    const { accountId } = firstOf(sandbox)
    await good(sandbox)
    const url = sandbox.world.assets[0]?.url
    const {
      data,
      base64,
      url: address = '',
    } = await json(call(sandbox, 'POST', DOWNLOAD, { body: { accountId, url } }))
    expect(Buffer.from(data ?? base64 ?? address.split(',')[1], 'base64').equals(BYTES)).toBe(true)
  })
})

const MISTAKES: [string, ViolationKind, (s: Sandbox) => Promise<Response>][] = [
  ['an upload without accountId', 'missing-account', (s) => upload(s, { filename: 'a' }, BYTES, 'image/png')],
  ['an upload without a type', 'content-type', (s) => upload(s, { accountId: firstOf(s).accountId }, BYTES)],
  [
    'an upload as a form',
    'content-type',
    (s) => upload(s, { accountId: firstOf(s).accountId }, 'x', 'multipart/form-data; boundary=x'),
  ],
  [
    'an empty upload',
    'missing-field',
    (s) => upload(s, { accountId: firstOf(s).accountId }, null, 'image/png'),
  ],
  [
    'an upload with an unknown parameter',
    'unknown-parameter',
    (s) => upload(s, { accountId: firstOf(s).accountId, name: 'a.png' }, BYTES, 'image/png'),
  ],
  ['a send of a file that was never uploaded', 'unknown-asset', (s) => sendWith(s, { assetUrn: 'urn:li:x' })],
  [
    'a send of a file that is not as the upload gave it',
    'unknown-asset',
    async (s) => sendWith(s, { ...(await json(good(s))).attachment, name: 'other.png' }),
  ],
  [
    'a send of another account’s file',
    'unknown-asset',
    async (s) => sendWith(s, (await json(good(s))).attachment, s.world.accounts[1]?.id),
  ],
  [
    'a download without accountId',
    'missing-account',
    (s) => call(s, 'POST', DOWNLOAD, { body: { url: 'x' } }),
  ],
  [
    'a download from elsewhere',
    'bad-value',
    (s) =>
      call(s, 'POST', DOWNLOAD, {
        body: { accountId: firstOf(s).accountId, url: 'https://www.linkedin.com/feed/' },
      }),
  ],
]

describe.each(MISTAKES)('%s', (_, kind, make) => {
  it(`is remembered as ${kind} and refused`, async () => {
    const sandbox = await started({ accounts: 2 })
    expect((await make(sandbox)).status).toBe(400)
    expect(sandbox.violations().map((violation) => violation.kind)).toContain(kind)
    expect(sandbox.deliveries()).toEqual([])
  })
})

it('media that is not there is not found', async () => {
  const sandbox = await started()
  const body = { accountId: firstOf(sandbox).accountId, url: 'https://media.licdn.com/gone' }
  expect((await call(sandbox, 'POST', DOWNLOAD, { body })).status).toBe(404)
  expect(sandbox.violations()).toEqual([])
})
