import { accountId, count, flag, millis, optional, required, text } from '../server/fields'
import { accountOf, conversationOf, needsLinkedIn, type Route } from '../server/route'
import { badCursor } from '../server/violate'
import { participantsOf } from '../wire/conversationRow'
import { messageRows } from '../wire/messageRow'
import type { Conversation } from '../world/types'

function timeOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined
  if (!/^\d{13}$/.test(cursor)) throw badCursor('cursor', cursor)
  return Number(cursor)
}

/** After LinkedIn was asked, the vendor's database has what was missing. */
function catchUp(conversation: Conversation): void {
  for (let i = 0, m = conversation.thread.at(0); m && i < 100; m = conversation.thread.at(++i))
    delete m.awaitsSync
}

/** Contract 2.2: `cursor` leads to older messages, `since` asks for newer ones, `sync` must be said (7.8). */
export const messagesRoute: Route = {
  method: 'GET',
  path: '/conversations/:urn/messages',
  query: {
    accountId,
    count: optional(count),
    cursor: optional(text),
    since: optional(millis),
    sync: required(flag, 'missing-sync'),
  },
  async handle(call, context) {
    const account = accountOf(call)
    const conversation = conversationOf(call)
    const { options } = context
    if (call.query.sync === 'true') {
      needsLinkedIn(account)
      await context.wait(options.syncDelayMs ?? 0)
      catchUp(conversation)
    }
    const { rows, more } = conversation.thread.page({
      count: Math.min(Number(call.query.count ?? 50), options.pageCap ?? 100),
      before: timeOf(call.query.cursor),
      since: call.query.since === undefined ? undefined : Number(call.query.since),
      sinceInclusive: options.sinceInclusive,
      keep: (m) => !m.awaitsSync,
    })
    const wire = context.wire('messages', call.id)
    const messages = rows.flatMap((m) =>
      messageRows(m, conversation, account, context.wire('message', call.id, m.key)),
    )
    if (wire.order === 'oldestFirst') messages.reverse()
    return {
      status: 200,
      body: {
        success: true,
        messages,
        participants: participantsOf(conversation, account, wire),
        ...(wire.hasMore === 'given' ? { hasMore: more } : {}),
        cursor: more ? String(rows.at(-1)?.sentAt) : null,
        note: null,
      },
    }
  },
}
