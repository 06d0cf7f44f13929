import { expect, test } from 'vitest'
import { ApiError } from '../../../lib/api/ApiError.ts'
import { keepMedia } from '../../../lib/store/commits/keepMedia.ts'
import { fetchMedia } from '../../../lib/sync/fetchMedia.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'
import type { SandboxOptions } from '../../sandbox/options'
import { makeHarness } from '../harness.ts'

const BYTES = Buffer.from('the bytes of a picture')
const URL_OF = 'https://media.licdn.com/dms/image/one'

async function withAttachment(url: string, options: SandboxOptions = {}) {
  const harness = await makeHarness({ conversations: 4, accounts: 1, ...options })
  const { world } = harness.sandbox
  const conversation = world.conversations().find((one) => one.channel === 'inbox')
  if (!conversation) throw new Error('The world has no conversation')
  const attachment = { name: 'one.png', mediaType: 'image/png', byteSize: BYTES.length, url }
  const sentAt = conversation.lastActivityAt + 1
  world.append(conversation, { sender: 0, text: 'Look', sentAt, attachments: [attachment] })
  const given = { assetUrn: 'x', byteSize: BYTES.length, mediaType: 'image/png', name: 'one.png' }
  world.assets.push({ accountId: conversation.accountId, given, bytes: BYTES, url: URL_OF })
  await harness.connected()
  const message = await harness.db.messages.filter((row) => row.text === 'Look').first()
  return { ...harness, harness, message }
}

test.each(['binary', 'untyped', 'data', 'base64', 'dataUrl'] as const)(
  'a received file that comes as %s is kept by its address, asked for with the account of its thread',
  async (media) => {
    const { harness, message } = await withAttachment(URL_OF, { wire: { media } })
    await fetchMedia(harness.sync, message?.id ?? '', 0)
    const [kept] = await harness.db.media.toArray()
    expect(kept).toMatchObject({ url: URL_OF, byteSize: BYTES.length })
    expect(Buffer.from(kept?.content ?? new ArrayBuffer()).equals(BYTES)).toBe(true)
    expect(harness.sandbox.violations()).toEqual([])
  },
)

test.each(['https://www.linkedin.com/feed/update/1', 'https://www.linkedin.com.evil.example/dms/prv/1'])(
  'an attachment at %s is never asked for',
  async (url) => {
    const { harness, message } = await withAttachment(url)
    harness.sandbox.clearRecorder()
    await expect(fetchMedia(harness.sync, message?.id ?? '', 0)).rejects.toThrow(ApiError)
    await expect(fetchMedia(harness.sync, 'no-message', 0)).rejects.toThrow(ApiError)
    expect(harness.sandbox.requests()).toEqual([])
  },
)

test('received files make room for newer ones', async () => {
  const db = openDatabase()
  const row = { accountId: 'a', mediaType: null, content: new ArrayBuffer(1) }
  for (let at = 1; at <= 5; at++) {
    await keepMedia(db, { ...row, url: `u${at}`, fetchedAt: at, byteSize: 20_000_000 })
  }
  expect((await db.media.toArray()).map(({ url }) => url)).toEqual(['u4', 'u5'])
})
