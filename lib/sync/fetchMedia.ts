import { ApiError } from '../api/ApiError.ts'
import { isFetchable } from '../domain/file.ts'
import { isOff } from '../domain/policy.ts'
import { keepMedia } from '../store/commits/keepMedia.ts'
import { readSettings } from '../store/queries/settings.ts'
import { askAccount } from './askAccount.ts'
import type { SyncDeps } from './SyncDeps.ts'

/**
 * Fetches one attachment of a stored message through the API and keeps it. Its address comes from the message, never
 * from whoever asks.
 * @throws ApiError
 */
export async function fetchMedia(deps: SyncDeps, messageId: string, index: number): Promise<void> {
  const { db, api } = deps
  if (isOff((await readSettings(db)).policy, 'attachments'))
    throw new ApiError({ kind: 'managed', notDelivered: true })
  const message = await db.messages.get(messageId)
  const conversation = message && (await db.conversations.get(message.conversationId))
  const { url = null, mediaType: type, name } = message?.attachments[index] ?? {}
  if (!conversation || !isFetchable(url)) throw new ApiError({ kind: 'notFound', notDelivered: true })
  const { accountId } = conversation
  const { media } = await askAccount(deps, accountId, () =>
    api.downloadMedia({ accountId, url, like: `${type} ${name}` }, { lane: 'waiting' }),
  )
  const { bytes, mediaType } = media
  const { buffer: content, byteLength: byteSize } = bytes
  await keepMedia(db, { url, accountId, fetchedAt: deps.now(), byteSize, mediaType, content })
}
