import Dexie, { type ObservabilitySet, RangeSet } from 'dexie'
import type { Message } from '../../domain/message.ts'
import { type Found, isFound } from '../../domain/scanChunks.ts'
import type { Database } from '../database.ts'

const { minKey, maxKey } = Dexie
/** So many messages are kept: what some letters found. */
const KEPT = 300

/**
 * Reads the messages that a scan found. The next letter finds most of them again, so they are kept until somebody, here
 * or in another context, writes them: a read takes longer than the scan.
 */
export class FoundMessages {
  readonly #kept = new Map<string, Message>()
  #writes = 0

  constructor(private readonly db: Database) {
    Dexie.on.storagemutated.subscribe(this.#forget)
  }

  close(): void {
    Dexie.on.storagemutated.unsubscribe(this.#forget)
  }

  /** In the order of `found`; those that went meanwhile are left out. */
  async read(found: readonly Found[]): Promise<Message[]> {
    const rows = new Map(found.map((one) => [placeOf(one), this.#kept.get(placeOf(one))]))
    const missing = found.filter((one) => !rows.get(placeOf(one)))
    if (missing.length > 0) {
      const writes = this.#writes
      const read = await readRows(this.db, missing)
      for (const [at, one] of missing.entries()) rows.set(placeOf(one), read[at])
      // What was written meanwhile may be newer than what was read.
      if (writes === this.#writes) this.#keep(rows)
    }
    return [...rows.values()].filter((message) => message !== undefined)
  }

  #keep(rows: ReadonlyMap<string, Message | undefined>): void {
    for (const [place, message] of rows) {
      this.#kept.delete(place)
      if (message) this.#kept.set(place, message)
    }
    for (const place of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) return
      this.#kept.delete(place)
    }
  }

  readonly #forget = (parts: ObservabilitySet): void => {
    const written = parts.all ?? parts[`idb://${this.db.name}/messages/`]
    if (!written) return
    this.#writes++
    const ids = new RangeSet().add(written)
    for (const [place, { id }] of this.#kept) if (ids.hasKey(id)) this.#kept.delete(place)
  }
}

function placeOf({ conversationId, sentAt, hash }: Found): string {
  return `${conversationId} ${sentAt} ${hash}`
}

async function readRows(db: Database, found: readonly Found[]): Promise<(Message | undefined)[]> {
  const rows = await db.transaction('r', [db.messages], () =>
    Promise.all(
      found.map(({ conversationId, sentAt }) =>
        db.messages
          .where('[conversationId+sentAt+key]')
          .between([conversationId, sentAt, minKey], [conversationId, sentAt, maxKey])
          .toArray(),
      ),
    ),
  )
  return found.map((one, at) => rows[at]?.find((message) => isFound(one, message)))
}
