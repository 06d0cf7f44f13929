import { newestOf } from '../../domain/scanChunks.ts'
import { isChunk } from '../../domain/searchChunk.ts'
import type { Database } from '../database.ts'
import { type KeptChunk, packChunks, readPacks } from './SearchPacks.ts'

/** Rows read by one request: few enough to hand over while the next ones are read. */
const ROWS_AT_ONCE = 100

/** All text that is searched, in memory. Chunks never change, so that what is new is told by the ids alone. */
export class SearchIndex {
  readonly #chunks = new Map<number, KeptChunk>()
  readonly #packs: ReturnType<typeof readPacks>
  #arePacksRead = false
  #sorted: readonly KeptChunk[] = []
  #ids: readonly number[] = []

  constructor(private readonly db: Database) {
    // Before it is known which of their chunks are in use: that takes as long.
    this.#packs = readPacks(db).catch(() => [])
  }

  /** The chunks as of the last `update`, with the newest last message first. */
  get chunks(): readonly KeptChunk[] {
    return this.#sorted
  }

  /** Reads the chunks that are new and lets go of those that are gone. @param ids those there are, in order */
  async update(ids: readonly number[]): Promise<void> {
    if (ids === this.#ids) return
    const there = new Set(ids)
    if (!this.#arePacksRead) {
      this.#arePacksRead = true
      for (const chunk of (await this.#packs).flatMap(({ chunks }) => chunks))
        this.#chunks.set(chunk.id, chunk)
    }
    for (const id of this.#chunks.keys()) if (!there.has(id)) this.#chunks.delete(id)
    const missing = ids.filter((id) => !this.#chunks.has(id))
    const reads: Promise<unknown>[] = []
    for (let at = 0; at < missing.length; at += ROWS_AT_ONCE) {
      reads.push(this.#read(missing.slice(at, at + ROWS_AT_ONCE)))
    }
    await Promise.all(reads)
    this.#sorted = [...this.#chunks.values()].sort((a, b) => newestOf(b) - newestOf(a))
    this.#ids = ids
  }

  /** Has the next one that is opened read all of it faster. */
  async pack(): Promise<void> {
    await packChunks(this.db, this.#sorted, await this.#packs)
  }

  async #read(ids: readonly number[]): Promise<void> {
    const [first, last] = [ids[0], ids.at(-1)]
    if (first === undefined || last === undefined) return
    // One range where there are hardly others between them: a request for each id takes several times as long.
    const close = last - first < 2 * ids.length
    const rows = close
      ? await this.db.searchChunks.where('id').between(first, last, true, true).toArray()
      : await this.db.searchChunks.bulkGet([...ids])
    const wanted = new Set(ids)
    for (const row of rows) if (isChunk(row) && wanted.has(row.id)) this.#chunks.set(row.id, row)
  }
}
