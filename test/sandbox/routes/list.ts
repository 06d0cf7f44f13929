import { accountId, count, flag, optional, text } from '../server/fields'
import { accountOf, type Context, type Route } from '../server/route'
import { badCursor } from '../server/violate'
import { conversationRow } from '../wire/conversationRow'
import { decodeListCursor, encodeListCursor, type ListPlace } from '../wire/listCursor'
import type { Account, Conversation } from '../world/types'
import { imported } from '../world/workspace'

type Place = NonNullable<ListPlace['after']>

function visible({ world, options, now }: Context, account: Account): Conversation[] {
  const byTime = world.conversations(account.id)
  const of = (channel: Conversation['channel']) => byTime.filter((c) => c.channel === channel)
  const all = options.listOrder === 'inboxFirst' ? [...of('inbox'), ...of('salesNav')] : byTime
  // While the vendor still imports, only the newest part is in its database (contract 7.7).
  return all.slice(0, Math.floor(all.length * imported(account, now())))
}

/** Whether a row comes below a place: in its part of the list, or in the other part where that comes later. */
function isAfter(c: Conversation, { lastActivityAt, key, channel }: Place): boolean {
  if (channel !== undefined && c.channel !== channel) return channel === 'inbox'
  return c.lastActivityAt < lastActivityAt || (c.lastActivityAt === lastActivityAt && c.key > key)
}

/** Contract 2.1: newest activity first, opaque cursor, `unreadOnly` and labels accepted and ignored. */
export const listRoute: Route = {
  method: 'GET',
  path: '/conversations',
  query: {
    accountId,
    count: optional(count),
    nextCursor: optional(text),
    unreadOnly: optional(flag),
    labelId: optional(text),
    labeledOnly: optional(flag),
  },
  handle(call, context) {
    const account = accountOf(call)
    const { dialect, options, world } = context
    const wire = context.wire('list', call.id)
    const sent = call.query.nextCursor
    const place = sent === undefined ? undefined : decodeListCursor(sent, account.id)
    if (sent !== undefined && !place) throw badCursor('nextCursor', sent)
    const all = visible(context, account)
    const after = place?.after
    const rest = after ? all.filter((c) => isAfter(c, after)) : all
    const size = Math.min(Number(call.query.count ?? 20), options.pageCap ?? 100)
    const rows = rest.slice(0, size)
    const last = rows.at(-1)
    const hasMore = rest.length > rows.length
    const placeOf = ({ lastActivityAt, key, channel }: Conversation): Place =>
      options.listOrder === 'inboxFirst' ? { lastActivityAt, key, channel } : { lastActivityAt, key }
    const next = hasMore && last ? placeOf(last) : null
    return {
      status: 200,
      body: {
        success: true,
        conversations: rows.map((c) =>
          conversationRow(c, world.ownerOf(c), context.wire('row', call.id, c.key), dialect),
        ),
        accounts: [{ id: account.id, name: account.name }],
        nextCursor: next ? encodeListCursor({ accountId: account.id, after: next }, wire.cursor) : null,
        ...(wire.hasMore === 'given' ? { hasMore } : {}),
        fromCache: true,
      },
    }
  },
}
