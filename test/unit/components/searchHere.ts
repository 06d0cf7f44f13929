import { onTestFinished, vi } from 'vitest'
import type { SearchRequest } from '../../../lib/domain/searchAnswer.ts'
import { Database } from '../../../lib/store/database.ts'
import { Searcher } from '../../../lib/store/search/Searcher.ts'

/** Node has no web workers: what the search worker does, with a database of its own, happens in this thread. */
export function searchHere(): void {
  class WorkerHere {
    onmessage: ((event: { data: unknown }) => void) | null = null
    onerror: (() => void) | null = null
    readonly #searcher: Searcher

    constructor(_: URL, { name = '' }: WorkerOptions = {}) {
      this.#searcher = new Searcher(
        new Database(name),
        (answer) => this.onmessage?.({ data: structuredClone(answer) }),
        () => this.onmessage?.({ data: null }),
      )
      this.#searcher.open()
      onTestFinished(() => this.#searcher.close())
    }

    postMessage(request: SearchRequest | null): void {
      this.#searcher.ask(structuredClone(request))
    }

    terminate(): void {
      this.#searcher.close()
    }
  }
  vi.stubGlobal('Worker', WorkerHere)
  onTestFinished(() => void vi.unstubAllGlobals())
}
