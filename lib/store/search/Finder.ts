import type { Found } from '../../domain/scanChunks.ts'
import type { SearchAnswer, SearchRequest } from '../../domain/searchAnswer.ts'
import type { SearchChunk } from '../../domain/searchChunk.ts'
import { filterConversations, filterMessages } from '../../domain/searchFilter.ts'
import { asksForMessages, parseSearch, type SearchFilter } from '../../domain/searchQuery.ts'
import { suggestSearch } from '../../domain/searchSuggestions.ts'
import { parseQuery } from '../../domain/searchText.ts'
import { NarrowingScan } from './NarrowingScan.ts'
import { peopleOf } from './peopleOf.ts'
import type { Titled, World } from './readWorld.ts'
import { EVER } from './SearchIndex.ts'

/** What there is to be searched. */
interface Searched {
  world: World
  /** With the newest last message first; the same array as long as it holds the same chunks. */
  chunks: readonly SearchChunk[]
  /** All that is newer (server ms) is in `chunks`. */
  since: number
}

interface Findings {
  /** Its hits are still to be read. */
  answer: Omit<SearchAnswer, 'building'>
  /** Messages, newest first, at most as many as asked for. */
  found: Found[]
}

interface Where {
  of: readonly SearchChunk[]
  world: World
  key: string
  conversations: readonly Titled[]
  chunks: readonly SearchChunk[]
}

/** Looks through what is in memory, and remembers what the next letter can begin with. */
export class Finder {
  readonly #scan = new NarrowingScan()
  #last: Where | null = null

  find(request: SearchRequest, { world, chunks, since }: Searched): Findings {
    const { query, limit } = request
    const now = Date.now()
    const asked = parseSearch(query, now)
    const terms = parseQuery(asked.words)
    const by = filterMessages(asked.filters, { now })
    const where = this.#where(world, chunks, asked.filters, now)
    const found = this.#scan.find(where.chunks, terms, limit + 1, by).filter(({ sentAt }) => sentAt > since)
    const asks = asksForMessages(asked) ? 'messages' : asked.filters.length > 0 ? 'conversations' : 'nothing'
    const people = peopleOf(where.conversations, asks, by ? [] : terms, limit)
    const answer: Findings['answer'] = {
      ...request,
      words: asked.words,
      asks,
      suggestions: suggestSearch(query, world.names),
      people: people.map(({ conversation }) => conversation),
      hits: [],
      more: found.length > limit || (asks === 'conversations' && where.conversations.length > limit),
      partial: since > EVER && found.length <= limit,
    }
    return { answer, found: found.slice(0, limit) }
  }

  /** What is searched: the conversations that the filters let through and their text, the same arrays until they change. */
  #where(world: World, chunks: readonly SearchChunk[], filters: readonly SearchFilter[], now: number): Where {
    const key = JSON.stringify(filters.filter(({ kind }) => ['account', 'is', 'label'].includes(kind)))
    if (this.#last?.of !== chunks || this.#last.world !== world || this.#last.key !== key) {
      const passes = filterConversations(filters, { ...world, now })
      const conversations = [...world.conversations.values()].filter((one) => passes(one.conversation))
      const ids = new Set(conversations.map(({ conversation }) => conversation.id))
      this.#last = {
        of: chunks,
        world,
        key,
        conversations,
        chunks: chunks.filter(({ conversationId }) => ids.has(conversationId)),
      }
    }
    return this.#last
  }
}
