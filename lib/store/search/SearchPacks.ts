import { isChunk, type SearchChunk } from '../../domain/searchChunk.ts'
import type { Database } from '../database.ts'

/** A chunk under its id, which never is another's: chunks are only ever replaced by others. */
export type KeptChunk = SearchChunk & { id: number }

/** A copy of many chunks in one row. Reading all text takes a quarter of the time that its chunks one by one do. */
export interface SearchPack {
  chunks: KeptChunk[]
}

/** So much text in one row. */
const PACK_CHARACTERS = 500_000
/** So many loose chunks are read beside the packs without anybody noticing. */
const LOOSE = 100
/** A pack of which less than this share is still in use is let go. */
const LEAST_SHARE = 0.75
/** Between two packs (ms), so that whoever writes messages finds room. */
const PAUSE_MS = 50

type Row = SearchPack & { id: number }

/** All packed chunks; those that are out of use as well. */
export async function readPacks(db: Database): Promise<Row[]> {
  const rows = await db.searchPacks.toArray()
  return rows.filter(({ chunks }) => Array.isArray(chunks) && chunks.every(isChunk))
}

/**
 * Packs what was read loose, once it is worth it, and lets go of packs that are mostly out of use.
 * @param chunks all there are
 * @param packs as they were read with them
 */
export async function packChunks(
  db: Database,
  chunks: readonly KeptChunk[],
  packs: readonly Row[],
): Promise<void> {
  const used = new Set(chunks.map(({ id }) => id))
  const isKept = (pack: Row) =>
    pack.chunks.filter(({ id }) => used.has(id)).length >= LEAST_SHARE * pack.chunks.length
  const kept = packs.filter(isKept)
  const packed = new Set(kept.flatMap((pack) => pack.chunks.map(({ id }) => id)))
  const loose = chunks.filter(({ id }) => !packed.has(id))
  if (loose.length < LOOSE) return
  // Another page was faster.
  if ((await db.searchPacks.count()) !== packs.length) return
  const known = new Set(kept.map(({ id }) => id))
  await db.searchPacks.filter(({ id }) => !known.has(id)).delete()
  for (const pack of packsOf(loose)) {
    await db.searchPacks.add(pack)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

function packsOf(chunks: readonly KeptChunk[]): SearchPack[] {
  const packs: SearchPack[] = []
  let room = 0
  for (const chunk of chunks) {
    if (room < chunk.text.length) {
      packs.push({ chunks: [] })
      room = PACK_CHARACTERS
    }
    packs.at(-1)?.chunks.push(chunk)
    room -= chunk.text.length
  }
  return packs
}
