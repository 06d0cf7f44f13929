import type { Conversation } from '../../domain/conversation.ts'
import { scanChunks } from '../../domain/scanChunks.ts'
import type { Hit, SearchAnswer, SearchRequest } from '../../domain/searchAnswer.ts'
import { findTerm, fold, parseQuery, type Term } from '../../domain/searchText.ts'
import type { Database } from '../database.ts'
import { readSettings } from '../queries/settings.ts'
import { watch } from '../watch.ts'
import { buildChunks } from './buildChunks.ts'
import { findMessages } from './findMessages.ts'
import { SearchIndex } from './SearchIndex.ts'

const PEOPLE = 5
/** Between two stretches of the backlog (ms), so that whoever writes messages finds room. */
const BUILD_PAUSE_MS = 30

interface Titled {
  conversation: Conversation
  title: string
}

/**
 * Answers what is searched for, and again whenever the answer may have changed, until it is closed. A newer request
 * takes the place of one that waits.
 */
export class Searcher {
  readonly #index: SearchIndex
  readonly #stops: (() => void)[] = []
  #wanted: SearchRequest | null = null
  #asked = false
  #running = false
  #closed = false
  /** Null until read. */
  #ids: readonly number[] | null = null
  #conversations: ReadonlyMap<string, Titled> | null = null
  #building = true

  constructor(
    private readonly db: Database,
    private readonly onAnswer: (answer: SearchAnswer) => void,
    private readonly onError: () => void,
  ) {
    this.#index = new SearchIndex(db)
  }

  open(): void {
    this.#follow(
      // By the index: live queries over numbers the browser gives hear nothing of new ones.
      () => this.db.searchChunks.orderBy('[conversationId+upTo]').primaryKeys(),
      (ids) => {
        this.#ids = ids.sort((a, b) => a - b)
      },
    )
    this.#follow(
      () => shown(this.db),
      (conversations) => {
        this.#conversations = conversations
      },
    )
    void this.#build()
  }

  close(): void {
    this.#closed = true
    for (const stop of this.#stops) stop()
  }

  /** @param request null where nobody waits for answers any more */
  ask(request: SearchRequest | null): void {
    this.#wanted = request
    if (request) this.#run()
  }

  #follow<T>(query: () => Promise<T>, take: (result: T) => void): void {
    this.#stops.push(
      watch(
        query,
        (result) => {
          take(result)
          this.#run()
        },
        () => this.onError(),
      ),
    )
  }

  #run(): void {
    this.#asked = true
    if (this.#running) return
    this.#answerAll().catch(() => {
      if (!this.#closed) this.onError()
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
    if (!this.#ids) return
    await this.#index.update(this.#ids)
    const [wanted, conversations] = [this.#wanted, this.#conversations]
    if (!wanted || !conversations) return
    const answer = await this.#find(wanted, conversations)
    // A newer request is answered instead.
    if (this.#wanted === wanted) this.onAnswer(answer)
  }

  async #find(request: SearchRequest, conversations: ReadonlyMap<string, Titled>): Promise<SearchAnswer> {
    const terms = parseQuery(request.query)
    const people = peopleOf(conversations.values(), terms)
    const chunks = this.#index.chunks.filter(({ conversationId }) => conversations.has(conversationId))
    const found = scanChunks(chunks, terms, request.limit + 1)
    const messages = await findMessages(this.db, found.slice(0, request.limit))
    const hits = messages.flatMap((message): Hit[] => {
      const conversation = conversations.get(message.conversationId)?.conversation
      return conversation ? [{ message, conversation }] : []
    })
    return { ...request, people, hits, more: found.length > request.limit, building: this.#building }
  }

  async #build(): Promise<void> {
    try {
      while (!this.#closed && (await buildChunks(this.db)))
        await new Promise((resolve) => setTimeout(resolve, BUILD_PAUSE_MS))
    } catch {
      // Full, or taken from us: the next search takes it up.
    }
    this.#building = false
    this.#run()
  }
}

/** The conversations of the accounts that are switched on, newest activity first. */
async function shown(db: Database): Promise<Map<string, Titled>> {
  const { accountsOff } = await readSettings(db)
  const rows = await db.conversations.toArray()
  return new Map(
    rows
      .filter(({ accountId }) => !accountsOff.includes(accountId))
      .sort((a, b) => b.lastActivityAt - a.lastActivityAt)
      .map((conversation) => [conversation.id, { conversation, title: fold(conversation.title) }]),
  )
}

function peopleOf(conversations: Iterable<Titled>, terms: readonly Term[]): Conversation[] {
  const people: Conversation[] = []
  if (terms.length === 0) return people
  for (const { conversation, title } of conversations) {
    if (terms.every((term) => findTerm(title, term) >= 0)) people.push(conversation)
    if (people.length === PEOPLE) break
  }
  return people
}
