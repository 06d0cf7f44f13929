import type { Conversation } from '../../../lib/domain/conversation.ts'
import type { Database } from '../../../lib/store/database.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { makeSend } from '../../fixtures/makeSend.ts'

const PICTURE = 'https://media.licdn.com/dms/image/made-up'
const LONG = 'Angebot Musterhausen Abschnitt 4 mit allen Anlagen und Unterschriften, endgültig (2).pdf'

/** Files in all places they can be: received, on their way, in the reply box. */
export async function seedFiles(db: Database, { id, lastActivityAt }: Conversation): Promise<void> {
  const picture = { name: 'Team on a roof.png', mediaType: 'image/png', byteSize: 48_213, url: PICTURE }
  const other = { name: LONG, mediaType: 'application/pdf', byteSize: 1_240_000, url: `${PICTURE}-2` }
  const attachments = [picture, other, { name: null, mediaType: null, byteSize: null, url: null }]
  const sentAt = lastActivityAt + 1
  await db.messages.add(
    makeMessage({ conversationId: id, text: 'All we spoke of', sentAt, attachments, hasAttachment: true }),
  )
  const content = await paint()
  const row = {
    url: PICTURE,
    accountId: 'account-1',
    fetchedAt: 1,
    byteSize: 48_213,
    mediaType: null,
    content,
  }
  await db.media.add(row)
  const facts = (at: number, name: string) => ({
    id: `file-${at}`,
    name,
    mediaType: 'application/pdf',
    byteSize: 310_000 * at,
  })
  const sent = [facts(1, 'Offer.pdf'), facts(2, LONG)]
  const now = Date.now()
  await db.outbox.add(
    makeSend({ conversationId: id, text: 'Here is the offer.', createdAt: now, files: sent }),
  )
  const boxed = [facts(3, 'chart.png'), facts(4, LONG), facts(5, 'notes \u202Efdp.exe')]
  await db.files.bulkAdd([
    ...sent.map((file, at) => ({
      ...file,
      conversationId: id,
      taken: 1 as const,
      createdAt: at,
      uploaded: at === 0 ? { file: {}, at: now } : null,
    })),
    ...boxed.map((file, at) => ({
      ...file,
      conversationId: id,
      taken: 0 as const,
      createdAt: at,
      uploaded: null,
    })),
  ])
}

async function paint(): Promise<ArrayBuffer> {
  const canvas = new OffscreenCanvas(480, 320)
  const context = canvas.getContext('2d')
  if (context) {
    context.fillStyle = 'oklch(70% 0.12 200)'
    context.fillRect(0, 0, 480, 200)
    context.fillStyle = 'oklch(60% 0.1 60)'
    context.fillRect(0, 200, 480, 120)
  }
  return (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer()
}
