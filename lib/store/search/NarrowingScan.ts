import { type Found, narrows, type Scan, scanChunks } from '../../domain/scanChunks.ts'
import type { SearchChunk } from '../../domain/searchChunk.ts'
import type { MessageFilter } from '../../domain/searchFilter.ts'
import type { Term } from '../../domain/searchText.ts'

interface Past extends Scan {
  terms: readonly Term[]
  filter: string
  /** What was to be searched, and what of it was looked through for that. */
  all: readonly SearchChunk[]
  candidates: readonly SearchChunk[]
}

/** Scans, and where a query was only typed on, goes again only through what held the shorter one and what is left. */
export class NarrowingScan {
  #past: Past | null = null

  /** @param all with the newest last message first; the same array as long as it holds the same chunks */
  find(
    all: readonly SearchChunk[],
    terms: readonly Term[],
    limit: number,
    by: MessageFilter | null,
  ): Found[] {
    const past = this.#past
    const filter = JSON.stringify(by)
    const candidates =
      past && past.all === all && past.filter === filter && narrows(past.terms, terms)
        ? [...past.held, ...past.candidates.slice(past.scanned)]
        : all
    const scan = scanChunks(candidates, terms, limit, by)
    this.#past = terms.length > 0 ? { ...scan, terms, filter, all, candidates } : null
    return scan.found
  }
}
