import { newestOf } from '../../domain/scanChunks.ts'
import { isChunk, type SearchChunk } from '../../domain/searchChunk.ts'
import type { Database } from '../database.ts'

/** A chunk under its id, which never is another's: chunks are only ever replaced by others. */
export type KeptChunk = SearchChunk & { id: number }

/** A copy of many chunks in one row. Reading all text takes a quarter of the time that its chunks one by one do. */
export interface SearchPack {
  chunks: KeptChunk[]
  /** What all packs hold; in the row `CONTENTS` alone. */
  contents?: PackEntry[]
}

/** What a pack holds, as is known before it is read. */
export interface PackEntry {
  id: number
  /** No message in it is newer (server ms). */
  newest: number
  /** Of its chunks. */
  ids: number[]
}

const CONTENTS = 0
/** So much text in one row. */
const PACK_CHARACTERS = 500_000
/** So many loose chunks are read beside the packs without anybody noticing. */
const LOOSE = 100
/** A pack of which less than this share is still in use is let go. */
const LEAST_SHARE = 0.75
/** Between two packs (ms), so that whoever writes messages finds room. */
const PAUSE_MS = 50

/** All packs that can be read, the one with the newest message first. */
export async function readContents(db: Database): Promise<PackEntry[]> {
  const row = await db.searchPacks.get(CONTENTS)
  return (row?.contents ?? []).toSorted((a, b) => b.newest - a.newest)
}

/** The chunks of some packs; those that are out of use as well. What went bad on the disk, or is gone, is left out. */
export async function readPacks(db: Database, packs: readonly PackEntry[]): Promise<KeptChunk[]> {
  const rows = await db.searchPacks.bulkGet(packs.map(({ id }) => id))
  return rows.flatMap((row) => (Array.isArray(row?.chunks) ? row.chunks.filter(isChunk) : []))
}

/**
 * Packs what was read loose, once it is worth it, and lets go of packs that are mostly out of use.
 * @param chunks all there are, the newest first
 * @param packs as they were when the chunks were read
 */
export async function packChunks(
  db: Database,
  chunks: readonly KeptChunk[],
  packs: readonly PackEntry[],
): Promise<void> {
  const used = new Set(chunks.map(({ id }) => id))
  const kept = packs.filter(({ ids }) => ids.filter((id) => used.has(id)).length >= LEAST_SHARE * ids.length)
  const packed = new Set(kept.flatMap(({ ids }) => ids))
  const loose = chunks.filter(({ id }) => !packed.has(id))
  if (loose.length < LOOSE) return
  // Another page was faster.
  if ((await readContents(db)).length !== packs.length) return
  const known = new Set(kept.map(({ id }) => id))
  await db.searchPacks.filter(({ id }) => !known.has(id)).delete()
  const contents = [...kept]
  for (const part of partsOf(loose)) {
    contents.push(await writePack(db, part))
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  await db.searchPacks.put({ id: CONTENTS, chunks: [], contents })
}

/** Text of a message that was deleted meanwhile is left out: copies of it are gone already, and must not come back. */
function writePack(db: Database, part: readonly KeptChunk[]): Promise<PackEntry> {
  return db.transaction('rw', [db.searchChunks, db.searchPacks], async () => {
    const ids = part.map(({ id }) => id)
    const there = new Set(await db.searchChunks.where('id').anyOf(ids).primaryKeys())
    const chunks = part.filter(({ id }) => there.has(id))
    const id = await db.searchPacks.add({ chunks })
    return { id, newest: Math.max(...chunks.map(newestOf)), ids: chunks.map((chunk) => chunk.id) }
  })
}

/** Chunks in the order given, as many together as make a pack. */
export function partsOf<T extends { text: string }>(chunks: readonly T[]): T[][] {
  const parts: T[][] = []
  let room = 0
  for (const chunk of chunks) {
    if (room < chunk.text.length) {
      parts.push([])
      room = PACK_CHARACTERS
    }
    parts.at(-1)?.push(chunk)
    room -= chunk.text.length
  }
  return parts
}
