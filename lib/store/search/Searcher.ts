import { sameData } from '../../domain/sameData.ts'
import type { Found } from '../../domain/scanChunks.ts'
import { FIRST_SCREEN, type Hit, type SearchAnswer, type SearchRequest } from '../../domain/searchAnswer.ts'
import type { SearchChunk } from '../../domain/searchChunk.ts'
import { filterConversations, filterMessages } from '../../domain/searchFilter.ts'
import { asksForMessages, parseSearch, type SearchFilter } from '../../domain/searchQuery.ts'
import { suggestSearch } from '../../domain/searchSuggestions.ts'
import { parseQuery } from '../../domain/searchText.ts'
import type { Database } from '../database.ts'
import { watch } from '../watch.ts'
import { buildChunks } from './buildChunks.ts'
import { FoundMessages } from './FoundMessages.ts'
import { NarrowingScan } from './NarrowingScan.ts'
import { peopleOf } from './peopleOf.ts'
import { readIds, watchedIds } from './readIds.ts'
import { readWorld, sameWorld, type Titled, type World } from './readWorld.ts'
import { EVER, SearchIndex } from './SearchIndex.ts'

/** Between two stretches of the backlog (ms), so that whoever writes messages finds room. */
const BUILD_PAUSE_MS = 30
/** After all was read (ms), and most likely answered, there is time to write. */
const PACK_AFTER_MS = 2_000

interface Where {
  of: readonly SearchChunk[]
  world: World
  key: string
  conversations: readonly Titled[]
  chunks: readonly SearchChunk[]
}

/**
 * Answers what is searched for, and again whenever the answer may have changed, until it is closed. A newer request
 * takes the place of one that waits.
 */
export class Searcher {
  readonly #index: SearchIndex
  readonly #messages: FoundMessages
  readonly #stops: (() => void)[] = []
  #wanted: SearchRequest | null = null
  /** Ends the wait for the rows of an answer that nobody wants any more. */
  #stopWaiting: () => void = () => undefined
  #asked = false
  #running = false
  #closed = false
  /** Null until read. */
  #ids: readonly number[] | null = null
  #world: World | null = null
  /** Null until known. */
  #building: boolean | null = null
  readonly #scan = new NarrowingScan()
  #last: Where | null = null
  /** What was answered last. */
  #answered = ''
  #packing = false

  constructor(
    private readonly db: Database,
    private readonly onAnswer: (answer: SearchAnswer) => void,
    private readonly onError: () => void,
  ) {
    this.#index = new SearchIndex(db)
    this.#messages = new FoundMessages(db)
  }

  /** The browser reads one thing after the other: first what the newest messages are most likely found in, then all. */
  open(): void {
    const world = readWorld(this.db).then((read) => this.#takeWorld(read))
    const ids = this.#index.begin().then(() => {
      this.#run()
      return readIds(this.db).then((read) => this.#takeIds(read))
    })
    Promise.all([ids, world]).catch(() => this.#follow())
    void this.#build()
  }

  close(): void {
    this.#closed = true
    for (const stop of this.#stops) stop()
    this.#messages.close()
  }

  /** @param request null where nobody waits for answers any more */
  ask(request: SearchRequest | null): void {
    this.#wanted = request
    this.#stopWaiting()
    if (request) this.#run()
  }

  /**
   * From the first answer on. That one does not wait for live queries, which begin anew with each write: many come while
   * a panel opens and a background worker starts.
   */
  #follow(): void {
    if (this.#closed || this.#stops.length > 0) return
    const onError = () => this.onError()
    this.#stops.push(
      watch(
        () => watchedIds(this.db),
        (ids) => this.#takeIds(ids),
        onError,
      ),
      watch(
        () => readWorld(this.db),
        (world) => this.#takeWorld(world),
        onError,
      ),
    )
  }

  #takeIds(ids: readonly number[]): void {
    if (this.#ids && sameData(ids, this.#ids)) return
    this.#ids = ids
    this.#run()
  }

  #takeWorld(world: World): void {
    if (this.#world && sameWorld(world, this.#world)) return
    this.#world = world
    this.#run()
  }

  #run(): void {
    this.#asked = true
    if (this.#running) return
    this.#answerAll().catch(() => {
      if (!this.#closed) this.onError()
      this.#follow()
    })
  }

  async #answerAll(): Promise<void> {
    this.#running = true
    try {
      while (this.#asked && !this.#closed) {
        this.#asked = false
        await this.#answer()
      }
    } finally {
      this.#running = false
    }
  }

  async #answer(): Promise<void> {
    const ids = this.#ids
    if (!ids) return this.#tell()
    await this.#index.update(ids, () => this.#tell())
    if (this.#building === false) this.#packLater()
    // What came in meanwhile is in this answer.
    if (ids === this.#ids) this.#asked = false
    await this.#tell()
    if (this.#world) this.#follow()
  }

  /** What was found of the text that is read; while older is still to come, once for each query. */
  async #tell(): Promise<void> {
    const [wanted, world] = [this.#wanted, this.#world]
    const { since } = this.#index
    if (!wanted || !world || this.#building === null) return
    if (since > EVER && wanted.query === this.#answered) return
    const { query, limit } = wanted
    const now = Date.now()
    const asked = parseSearch(query, now)
    const terms = parseQuery(asked.words)
    const by = filterMessages(asked.filters, { now })
    const where = this.#where(world, asked.filters, now)
    const found = this.#scan.find(where.chunks, terms, limit + 1, by).filter(({ sentAt }) => sentAt > since)
    const partial = since > EVER && found.length <= limit
    if (partial && found.length === 0) return
    const asks = asksForMessages(asked) ? 'messages' : asked.filters.length > 0 ? 'conversations' : 'nothing'
    const people = peopleOf(where.conversations, asks, by ? [] : terms, limit)
    const answer: SearchAnswer = {
      ...wanted,
      words: asked.words,
      asks,
      suggestions: suggestSearch(query, world.names),
      people: people.map(({ conversation }) => conversation),
      hits: [],
      more: found.length > limit || (asks === 'conversations' && where.conversations.length > limit),
      building: this.#building,
      partial,
    }
    const first = query === this.#answered ? 0 : Math.min(FIRST_SCREEN, limit)
    const parts = [found.slice(0, first), found.slice(first, limit)].filter(({ length }) => length > 0)
    for (const part of parts.length > 0 ? parts : [[]]) {
      const hits = await this.#unlessStopped(this.#hitsOf(part, world))
      // A newer request is answered instead.
      if (!hits || this.#wanted !== wanted) return
      answer.hits = [...answer.hits, ...hits]
      this.onAnswer({ ...answer })
    }
    this.#answered = query
  }

  #packLater(): void {
    if (this.#packing) return
    this.#packing = true
    // Where the disk is full, or was taken from us, the next search reads as long as this one did.
    setTimeout(() => !this.#closed && void this.#index.pack().catch(() => undefined), PACK_AFTER_MS)
  }

  /** What is searched: the conversations that the filters let through and their text, the same arrays until they change. */
  #where(world: World, filters: readonly SearchFilter[], now: number): Where {
    const { chunks } = this.#index
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

  /** Null where something else is asked before it is there. */
  #unlessStopped<T>(work: Promise<T>): Promise<T | null> {
    const stopped = new Promise<null>((resolve) => {
      this.#stopWaiting = () => resolve(null)
    })
    return Promise.race([work, stopped])
  }

  async #hitsOf(found: readonly Found[], { conversations }: World): Promise<Hit[]> {
    const messages = await this.#messages.read(found)
    return messages.flatMap((message) => {
      const conversation = conversations.get(message.conversationId)?.conversation
      return conversation ? [{ message, conversation }] : []
    })
  }

  async #build(): Promise<void> {
    try {
      this.#building = (await this.db.searchBacklog.count()) > 0
      this.#run()
      while (this.#building && !this.#closed && (await buildChunks(this.db)))
        await new Promise((resolve) => setTimeout(resolve, BUILD_PAUSE_MS))
    } catch {
      // Full, or taken from us: the next search takes it up.
    }
    if (this.#building === false) return
    this.#building = false
    this.#run()
  }
}
