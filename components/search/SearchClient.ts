import type { SearchAnswer, SearchRequest } from '../../lib/domain/searchAnswer.ts'

/** So long (ms) after the last search the worker and all text it holds are let go. */
const IDLE_MS = 3 * 60_000

export interface SearchListener {
  onAnswer: (answer: SearchAnswer) => void
  onError: () => void
}

/** The search worker of a page: started by the first search, stopped some minutes after the last. */
export class SearchClient {
  #worker: Worker | null = null
  #listener: SearchListener | null = null
  #idle: ReturnType<typeof setTimeout> | undefined

  /** @param database its name */
  constructor(private readonly database: string) {}

  /** Starts the worker ahead of a search that is likely to come. */
  readonly warm = (): void => {
    this.#start()
    this.#rest()
  }

  /** Has this answered, now and after changes, until the returned function is called or something else is asked. */
  ask(request: SearchRequest, listener: SearchListener): () => void {
    clearTimeout(this.#idle)
    this.#listener = listener
    this.#start().postMessage(request)
    return () => {
      if (this.#listener !== listener) return
      this.#listener = null
      this.#worker?.postMessage(null)
      this.#rest()
    }
  }

  #rest(): void {
    clearTimeout(this.#idle)
    if (this.#listener) return
    this.#idle = setTimeout(() => {
      this.#worker?.terminate()
      this.#worker = null
    }, IDLE_MS)
  }

  #start(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(new URL('./search.worker.ts', import.meta.url), {
      type: 'module',
      name: this.database,
    })
    worker.onmessage = ({ data }: MessageEvent<SearchAnswer | null>) => {
      if (data) this.#listener?.onAnswer(data)
      else this.#listener?.onError()
    }
    worker.onerror = () => this.#listener?.onError()
    this.#worker = worker
    return worker
  }
}
