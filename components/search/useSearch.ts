import { startTransition, useEffect, useState } from 'react'
import { FIRST_SCREEN, type SearchAnswer } from '../../lib/domain/searchAnswer.ts'
import type { Database } from '../../lib/store/database.ts'
import { reportProblem } from '../health/problem.ts'
import { useDatabase, useLateDatabase } from '../platform/PlatformContext.tsx'
import { SearchClient } from './SearchClient.ts'

const clients = new WeakMap<Database, SearchClient>()

/** What a search finds, kept up to date; the last findings stay until the new ones are there. */
export function useSearch(query: string, limit: number): SearchAnswer | undefined {
  const client = useSearchClient()
  const [answer, setAnswer] = useState<SearchAnswer>()
  useEffect(() => {
    // What fills more than a screen may take several frames, and gives way to the next key.
    const onAnswer = (answer: SearchAnswer) =>
      answer.hits.length > FIRST_SCREEN ? startTransition(() => setAnswer(answer)) : setAnswer(answer)
    return client.ask({ query, limit }, { onAnswer, onError: () => reportProblem('storage') })
  }, [client, query, limit])
  return answer
}

/** The one search worker of this page. */
function useSearchClient(): SearchClient {
  return searchClientOf(useDatabase())
}

/** The same, or null while the code of the database is being loaded. */
export function useLateSearchClient(): SearchClient | null {
  const db = useLateDatabase()
  return db && searchClientOf(db)
}

export function searchClientOf(db: Database): SearchClient {
  const known = clients.get(db)
  if (known) return known
  const client = new SearchClient(db.name)
  clients.set(db, client)
  return client
}
