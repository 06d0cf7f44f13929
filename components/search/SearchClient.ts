import type { SearchAnswer, SearchRequest } from '../../lib/domain/searchAnswer.ts'
import { startSearchWorker } from './searchWorker.ts'

/** So long (ms) after the last search the worker and all text it holds are let go. */
const IDLE_MS = 3 * 60_000
/** Messages asked for at first, and with each more: some screens full. */
export const PAGE = 30

export interface SearchListener {
  onAnswer: (answer: SearchAnswer) => void
  onError: () => void
}

/** The search worker of a page: started by the first search, stopped some minutes after the last. */
export class SearchClient {
  #worker: Worker | null = null
  #listener: SearchListener | null = null
  #asked: SearchRequest | null = null
  /** The last answer to what is asked. */
  #answer: SearchAnswer | null = null
  readonly #watchers = new Set<() => void>()
  #idle: ReturnType<typeof setTimeout> | undefined

  /** @param database its name */
  constructor(private readonly database: string) {}

  /** Starts the worker ahead of a search that is likely to come. */
  readonly warm = (): void => {
    this.#start()
    this.#rest()
  }

  /** Asks ahead of `ask`, which will ask the same once the page has painted what was typed. */
  readonly foresee = (query: string): void => this.#post({ query, limit: PAGE })

  readonly getAnswer = (): SearchAnswer | null => this.#answer

  /** Calls back whenever `getAnswer` changes. */
  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** Has this answered, now and after changes, until the returned function is called or something else is asked. */
  ask(request: SearchRequest, listener: SearchListener): () => void {
    clearTimeout(this.#idle)
    this.#listener = listener
    this.#post(request)
    if (this.#answer) listener.onAnswer(this.#answer)
    return () => {
      if (this.#listener !== listener) return
      this.#listener = null
      // The next question comes in the same moment, if one comes.
      queueMicrotask(() => this.#listener === null && this.#stopAsking())
    }
  }

  #post(request: SearchRequest): void {
    if (isSame(this.#asked, request)) return
    this.#asked = request
    this.#keep(null)
    this.#start().postMessage(request)
  }

  #stopAsking(): void {
    this.#forget()
    this.#worker?.postMessage(null)
    this.#rest()
  }

  #forget(): void {
    this.#asked = null
    this.#keep(null)
  }

  #keep(answer: SearchAnswer | null): void {
    if (this.#answer === answer) return
    this.#answer = answer
    for (const watcher of this.#watchers) watcher()
  }

  #rest(): void {
    clearTimeout(this.#idle)
    if (this.#listener) return
    this.#idle = setTimeout(() => {
      this.#worker?.terminate()
      this.#worker = null
      this.#forget()
    }, IDLE_MS)
  }

  #start(): Worker {
    if (this.#worker) return this.#worker
    const worker = startSearchWorker(this.database)
    worker.onmessage = ({ data }: MessageEvent<SearchAnswer | null>) => {
      if (!data) return this.#listener?.onError()
      if (isSame(this.#asked, data)) this.#keep(data)
      this.#listener?.onAnswer(data)
    }
    worker.onerror = () => this.#listener?.onError()
    this.#worker = worker
    return worker
  }
}

function isSame(asked: SearchRequest | null, { query, limit }: SearchRequest): boolean {
  return asked?.query === query && asked.limit === limit
}
