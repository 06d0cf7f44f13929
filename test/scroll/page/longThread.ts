import type { SendCommand } from '../../../lib/commands/protocol.ts'
import type { Message } from '../../../lib/domain/message.ts'
import { addStretch } from '../../../lib/domain/spans.ts'
import type { Database } from '../../../lib/store/database.ts'
import { spansOf } from '../../../lib/store/queries/thread.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { textOf } from './texts.ts'

const PAGE = 100
const DAY = 86_400_000

interface LongThread {
  conversationId: string
  total: number
  /** How many of the newest are in the cache; the rest comes through `loadOlder`. */
  cached: number
}

/** Fills the cache with a long thread. Returns `loadOlder` as the worker would answer it, after some waiting. */
export async function longThread(db: Database, { conversationId, total, cached }: LongThread) {
  const now = Date.now()
  const all = Array.from({ length: total }, (_, n) => messageAt(conversationId, n, total, now))
  const known = all.slice(total - cached)
  await db.messages.bulkAdd(known)
  await putSpan(db, conversationId, known, cached === total)
  let left = total - cached
  const loadOlder: SendCommand = async (name) => {
    if (name !== 'loadOlder') throw new Error(`${name} is not for the history`)
    performance.mark('loadOlder')
    await new Promise((resolve) => setTimeout(resolve, 120))
    const page = all.slice(Math.max(0, left - PAGE), left)
    left -= page.length
    await db.transaction('rw', db.messages, db.spans, async () => {
      await db.messages.bulkPut(page)
      // One ms of overlap with what is there, as the real pages have.
      await putSpan(
        db,
        conversationId,
        [...page, ...all.slice(left + page.length, left + page.length + 1)],
        left === 0,
      )
    })
    return { ok: true, reply: { added: page.length, beginning: left === 0 } } as never
  }
  return { newest: all.at(-1), loadOlder }
}

async function putSpan(db: Database, conversationId: string, rows: readonly Message[], beginning: boolean) {
  const from = rows[0]?.sentAt ?? 0
  const to = rows.at(-1)?.sentAt ?? 0
  const before = await spansOf(db, conversationId)
  await db.spans.bulkDelete(before.map((span) => [span.conversationId, span.from]))
  await db.spans.bulkPut(
    addStretch(before, { conversationId, from, to, cursor: null, cursorAt: 0, beginning }),
  )
}

/** Irregular times: bursts, pauses and nights, so that groups and days come in all lengths. */
function messageAt(conversationId: string, n: number, total: number, now: number): Message {
  const age = (total - n) * 7 * 60_000 + (Math.floor((total - n) / 9) * DAY) / 6
  const own = (n * 13 + Math.floor(n / 3)) % 5 < 2
  const sentAt = now - age
  return makeMessage({ conversationId, key: `k${String(n).padStart(6, '0')}`, sentAt, own, text: textOf(n) })
}
