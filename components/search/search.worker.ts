import type { SearchRequest } from '../../lib/domain/searchAnswer.ts'
import { Database } from '../../lib/store/database.ts'
import { Searcher } from '../../lib/store/search/Searcher.ts'

// A thread of its own: looking through all text, or reading it in, must not hold up the page.
const worker = self as unknown as DedicatedWorkerGlobalScope
const searcher = new Searcher(
  new Database(worker.name),
  (answer) => worker.postMessage(answer),
  () => worker.postMessage(null),
)
searcher.open()
worker.addEventListener('message', ({ data }: MessageEvent<SearchRequest | null>) => searcher.ask(data))
