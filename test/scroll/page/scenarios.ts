import type { Outcome, SendCommand } from '../../../lib/commands/protocol.ts'
import type { SendIntent } from '../../../lib/domain/intent.ts'
import type { Message } from '../../../lib/domain/message.ts'
import type { Database } from '../../../lib/store/database.ts'
import { spansOf } from '../../../lib/store/queries/thread.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { makeSend } from '../../unit/components/thread/makeSend.ts'
import { longThread } from './longThread.ts'
import { SCENES } from './scenes.ts'
import { textOf } from './texts.ts'

export interface Scene {
  messages?: (Partial<Message> & { ago: number })[]
  sends?: (Partial<SendIntent> & { ago: number })[]
  draft?: string
  /** Minutes ago at which the upper span begins and the lower one ends; no gap where left out. */
  gap?: [number, number]
  beginning?: boolean
  title?: string
  headline?: string | null
  salesNav?: boolean
  starred?: boolean
  fails?: boolean
  hangs?: boolean
  snippets?: boolean
  unread?: boolean
  /** Look at its oldest end. */
  atTop?: boolean
}

const MINUTE = 60_000

/** Seeds a database for a scene and says which conversation to show and how the worker answers. */
export async function prepare(db: Database, name: string, query: URLSearchParams) {
  const scene = SCENES[name] ?? {}
  const account = makeAccount({ id: 'account-1', name: 'Mira Holm', position: 0 })
  const title = scene.title ?? 'Jonas Weber'
  const conversation = makeConversation({
    accountId: account.id,
    title,
    channel: scene.salesNav ? 'salesNav' : 'inbox',
    starred: scene.starred ? 1 : 0,
    unreadCount: scene.unread ? 2 : 0,
    unread: scene.unread ? 1 : 0,
    participants: [
      {
        profileId: 'ACoAAother',
        name: title,
        headline:
          scene.headline === undefined ? 'Head of Partnerships at Nordlicht Energy, Hamburg' : scene.headline,
        profileUrl: null,
        picture: null,
      },
    ],
  })
  await db.accounts.bulkPut([account, makeAccount({ id: 'account-2', name: 'Studio Holm', position: 1 })])
  await db.conversations.put(conversation)
  const conversationId = conversation.id
  if (name === 'long') {
    const total = Number(query.get('total') ?? 10_000)
    const cached = Number(query.get('cached') ?? 7_000)
    const { loadOlder } = await longThread(db, { conversationId, total, cached })
    const command: SendCommand = (command, request) =>
      command === 'loadOlder'
        ? loadOlder(command, request)
        : Promise.resolve({ ok: true, reply: {} } as never)
    return { conversationId, command }
  }
  await seed(db, conversationId, scene)
  return { conversationId, command: answers(db, conversationId, scene) }
}

async function seed(db: Database, conversationId: string, scene: Scene) {
  const now = Date.now()
  const messages = (scene.messages ?? []).map(({ ago, ...change }) =>
    makeMessage({
      conversationId,
      sentAt: now - ago * MINUTE,
      senderName: scene.title ?? 'Jonas Weber',
      ...change,
    }),
  )
  await db.messages.bulkPut(messages)
  const from = messages[0]?.sentAt
  const span = { conversationId, cursor: null, cursorAt: 0, beginning: scene.beginning ?? true }
  if (from !== undefined && scene.gap) {
    const [upper, lower] = scene.gap
    await db.spans.bulkPut([
      { ...span, from, to: now - lower * MINUTE },
      { ...span, from: now - upper * MINUTE, to: now, beginning: false },
    ])
  } else if (from !== undefined) await db.spans.put({ ...span, from, to: now })
  for (const { ago, ...change } of scene.sends ?? []) {
    await db.outbox.put(makeSend({ conversationId, createdAt: now - ago * MINUTE, ...change }))
  }
  if (scene.draft) await db.drafts.put({ conversationId, text: scene.draft, updatedAt: now })
  if (scene.snippets) {
    await db.snippets.bulkPut([
      {
        id: '1',
        name: 'Thanks, not now',
        text: 'Thank you for writing. It is not a topic for us this year.',
      },
      { id: '2', name: 'Meeting link', text: 'Pick a time that suits you: https://example.com/mira' },
    ])
  }
}

function answers(db: Database, conversationId: string, scene: Scene): SendCommand {
  return async (name) => {
    if (name === 'loadGap') await closeGap(db, conversationId)
    if (scene.hangs) await new Promise(() => undefined)
    const fails = scene.fails && (name === 'openConversation' || name === 'loadOlder')
    const outcome: Outcome<'drain'> = fails
      ? { ok: false, failure: { kind: 'offline', detail: null, status: null, retryAt: null } }
      : { ok: true, reply: {} }
    return outcome as never
  }
}

/** What the worker does for `loadGap`: the missing messages, and one span where there were two. */
async function closeGap(db: Database, conversationId: string) {
  const [lower, upper] = await spansOf(db, conversationId)
  if (!lower || !upper) return
  const step = (upper.from - lower.to) / 40
  const missing = Array.from({ length: 39 }, (_, n) =>
    makeMessage({
      conversationId,
      sentAt: Math.round(lower.to + (n + 1) * step),
      text: textOf(n),
      own: n % 3 === 0,
    }),
  )
  await db.transaction('rw', db.messages, db.spans, async () => {
    await db.messages.bulkPut(missing)
    await db.spans.delete([conversationId, upper.from])
    await db.spans.put({ ...lower, to: upper.to })
  })
}
