import { newestOf } from '../../domain/scanChunks.ts'
import { isChunk } from '../../domain/searchChunk.ts'
import type { Database } from '../database.ts'
import { type KeptChunk, type PackEntry, packChunks, readContents, readPacks } from './SearchPacks.ts'

/** Rows read by one request: few enough to hand over while the next ones are read. */
const ROWS_AT_ONCE = 100
/** So many packs are read before anything is answered; then twice as many, and so on. */
const FIRST_PACKS = 2
/** Since when `chunks` has all, once all is read. */
export const EVER = Number.NEGATIVE_INFINITY

/** All text that is searched, in memory. Chunks never change, so that what is new is told by the ids alone. */
export class SearchIndex {
  readonly #chunks = new Map<number, KeptChunk>()
  readonly #contents: Promise<readonly PackEntry[]>
  /** The packs that are still to be read, in groups, newest first; null until known. */
  #groups: PackEntry[][] | null = null
  #since = Number.POSITIVE_INFINITY
  #sorted: readonly KeptChunk[] = []
  #ids: readonly number[] = []

  constructor(private readonly db: Database) {
    // Without what packs hold, all is read from its own rows.
    this.#contents = readContents(db).catch(() => [])
  }

  /** The chunks as of the last `update`, or as far as it has come, with the newest last message first. */
  get chunks(): readonly KeptChunk[] {
    return this.#sorted
  }

  /** All that is newer (server ms) is in `chunks`, while older text is still to be read. */
  get since(): number {
    return this.#since
  }

  /** Reads the newest packs and what came after them, ahead of all others. Comes before `update`; without packs it reads nothing. */
  async begin(): Promise<void> {
    const groups = groupsOf(await this.#contents)
    this.#groups = groups
    const [first, second] = groups
    const since = second?.[0]?.newest
    if (!first || since === undefined) return
    const reading = this.#readPacks(first)
    // All that there was is packed at once, and ids only grow.
    const lastPacked = groups.flat().reduce((last, { ids }) => ids.reduce((a, b) => Math.max(a, b), last), 0)
    await this.#readLoose(await this.db.searchChunks.where('id').above(lastPacked).primaryKeys())
    const packed = await reading
    // Packs that are gone, or went bad on the disk, are made up for once all ids are known.
    const read = new Set(packed.map(({ id }) => id))
    if (!first.every(({ ids }) => ids.every((id) => read.has(id)))) return
    // Of what took the place of a chunk, one ends where that did.
    const renewed = new Set([...this.#chunks.values()].map(placeOf))
    for (const chunk of packed) if (!renewed.has(placeOf(chunk))) this.#chunks.set(chunk.id, chunk)
    groups.shift()
    this.#since = since
    this.#sort()
  }

  /**
   * Reads the chunks that are new and lets go of those that are gone.
   * @param ids those there are, in order
   * @param onPart told when `chunks` has all that is newer than `since`, while the older is still to be read
   */
  async update(ids: readonly number[], onPart: () => Promise<void>): Promise<void> {
    if (ids === this.#ids) return
    const there = new Set(ids)
    for (const id of this.#chunks.keys()) if (!there.has(id)) this.#chunks.delete(id)
    const groups = this.#groups ?? groupsOf(await this.#contents)
    this.#groups = groups
    const packed = new Set(groups.flat().flatMap((pack) => pack.ids))
    let reading = this.#readPacks(groups[0])
    await this.#readLoose(ids.filter((id) => !packed.has(id)))
    for (let group = groups[0]; group; group = groups[0]) {
      for (const chunk of await reading) if (there.has(chunk.id)) this.#chunks.set(chunk.id, chunk)
      // What is not in the packs it should be in.
      await this.#readLoose(group.flatMap((pack) => pack.ids.filter((id) => there.has(id))))
      groups.shift()
      reading = this.#readPacks(groups[0])
      const since = groups[0]?.[0]?.newest
      if (since === undefined) break
      this.#since = since
      this.#sort()
      await onPart()
    }
    this.#since = EVER
    this.#sort()
    this.#ids = ids
  }

  /** Has the next one that is opened read all of it faster. */
  async pack(): Promise<void> {
    await packChunks(this.db, this.#sorted, await this.#contents)
  }

  #sort(): void {
    this.#sorted = [...this.#chunks.values()].sort((a, b) => newestOf(b) - newestOf(a))
  }

  async #readPacks(packs: readonly PackEntry[] = []): Promise<KeptChunk[]> {
    return packs.length > 0 ? readPacks(this.db, packs).catch(() => []) : []
  }

  async #readLoose(ids: readonly number[]): Promise<void> {
    const missing = ids.filter((id) => !this.#chunks.has(id)).sort((a, b) => a - b)
    const reads: Promise<unknown>[] = []
    for (let at = 0; at < missing.length; at += ROWS_AT_ONCE) {
      reads.push(this.#read(missing.slice(at, at + ROWS_AT_ONCE)))
    }
    await Promise.all(reads)
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

function placeOf({ conversationId, upTo }: KeptChunk): string {
  return `${conversationId} ${upTo}`
}

/** In order, each with twice as many as the one before. */
function groupsOf(packs: readonly PackEntry[]): PackEntry[][] {
  const groups: PackEntry[][] = []
  for (let at = 0, size = FIRST_PACKS; at < packs.length; at += size / 2) {
    groups.push(packs.slice(at, at + size))
    size *= 2
  }
  return groups
}
