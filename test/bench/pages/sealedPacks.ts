import type Dexie from 'dexie'
import type { SearchChunk } from '../../../lib/domain/searchChunk.ts'
import { partsOf } from '../../../lib/store/search/SearchPacks.ts'
import { alternate } from '../alternate.ts'
import { type Key, openText, sealText } from './seal.ts'
import { timed } from './timed.ts'

interface Pack {
  id: number
  chunks: SearchChunk[]
  sealed?: Uint8Array<ArrayBuffer>
}

interface Searched {
  readonly key: Key
  readonly dbs: Readonly<Record<'plain' | 'sealed', Dexie>>
  readonly chunks: readonly SearchChunk[]
  readonly times: number
  /** How often all text is there. */
  readonly copies: number
}

/** Reads all packs of searched text, as often as they are there; a sealed one is opened and cut into its chunks again. */
export async function readingPacks({ key, dbs, chunks, times, copies }: Searched) {
  const parts = partsOf(chunks)
  const packs = Array.from({ length: copies }, () => parts).flat()
  await dbs.plain.table<Pack>('packs').bulkPut(packs.map((part, id) => ({ id, chunks: part })))
  for (const [id, part] of packs.entries()) {
    const sealed = await sealText(key, part.map(({ text }) => text).join(''), String(id))
    await dbs.sealed
      .table<Pack>('packs')
      .put({ id, chunks: part.map((chunk) => ({ ...chunk, text: '' })), sealed })
  }
  const read = (way: keyof typeof dbs) => dbs[way].table<Pack>('packs').toArray()
  return alternate(times, {
    floor: () => timed(() => read('plain')),
    product: () => timed(async () => Promise.all((await read('sealed')).map((pack) => openPack(key, pack)))),
  })
}

async function openPack(key: Key, { id, chunks, sealed }: Pack): Promise<SearchChunk[]> {
  const text = await openText(key, sealed ?? new Uint8Array(), String(id))
  let from = 0
  return chunks.map((chunk) => {
    const to = from + (chunk.ends.at(-1) ?? 0)
    const own = text.slice(from, to)
    from = to
    return { ...chunk, text: own }
  })
}
