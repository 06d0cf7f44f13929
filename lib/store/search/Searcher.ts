import { sameData } from '../../domain/sameData.ts'
import type { Found } from '../../domain/scanChunks.ts'
import { FIRST_SCREEN, type Hit, type SearchAnswer, type SearchRequest } from '../../domain/searchAnswer.ts'
import type { Database } from '../database.ts'
import { watch } from '../watch.ts'
import { buildChunks } from './buildChunks.ts'
import { Finder } from './Finder.ts'
import { FoundMessages } from './FoundMessages.ts'
import { readIds, watchedIds } from './readIds.ts'
import { readWorld, sameWorld, type World } from './readWorld.ts'
import { EVER, SearchIndex } from './SearchIndex.ts'

/** Between two stretches of the backlog (ms), so that whoever writes messages finds room. */
const BUILD_PAUSE_MS = 30
/** After the last question (ms): live queries read anew what a next one would wait behind. */
const FOLLOW_AFTER_MS = 1_000
/** After the first screen (ms): whoever types on has no use for what is below it. */
const REST_AFTER_MS = 100
/** After all was read (ms), and most likely answered, there is time to write. */
const PACK_AFTER_MS = 2_000

/**
 * Answers what is searched for, and again whenever the answer may have changed, until it is closed. A newer request
 * takes the place of one that waits.
 */
export class Searcher {
  readonly #index: SearchIndex
  readonly #messages: FoundMessages
  readonly #finder = new Finder()
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
  /** What was answered last. */
  #answered = ''
  #packing = false
  #following: ReturnType<typeof setTimeout> | undefined

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
   * Some time after an answer. Answers do not wait for live queries, which begin anew with each write: many come while a
   * panel opens and a background worker starts.
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

  #followLater(): void {
    clearTimeout(this.#following)
    if (this.#stops.length === 0) this.#following = setTimeout(() => this.#follow(), FOLLOW_AFTER_MS)
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
    if (this.#world) this.#followLater()
  }

  /** What was found of the text that is read; while older is still to come, once for each query. */
  async #tell(): Promise<void> {
    const [wanted, world, building] = [this.#wanted, this.#world, this.#building]
    const { chunks, since } = this.#index
    if (!wanted || !world || building === null) return
    const isAnswered = wanted.query === this.#answered
    if (since > EVER && isAnswered) return
    const { answer, found } = this.#finder.find(wanted, { world, chunks, since })
    if (answer.partial && found.length === 0) return
    const first = isAnswered ? 0 : FIRST_SCREEN
    const parts = [found.slice(0, first), found.slice(first)].filter(({ length }) => length > 0)
    // The rest of these comes with the whole answer.
    if (answer.partial) parts.splice(1)
    let hits: Hit[] = []
    for (const [at, part] of (parts.length > 0 ? parts : [[]]).entries()) {
      if (at > 0) await this.#unlessStopped(new Promise((resolve) => setTimeout(resolve, REST_AFTER_MS)))
      // A newer request is answered instead.
      if (this.#wanted !== wanted) return
      const read = await this.#unlessStopped(this.#hitsOf(part, world))
      if (!read || this.#wanted !== wanted) return
      hits = [...hits, ...read]
      this.onAnswer({ ...answer, hits, building })
    }
    this.#answered = wanted.query
  }

  #packLater(): void {
    if (this.#packing) return
    this.#packing = true
    // Where the disk is full, or was taken from us, the next search reads as long as this one did.
    setTimeout(() => !this.#closed && void this.#index.pack().catch(() => undefined), PACK_AFTER_MS)
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
