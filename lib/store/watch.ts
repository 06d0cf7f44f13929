import Dexie, { liveQuery } from 'dexie'

/**
 * Runs a query now and again whenever what it read has changed, in this context or another. Returns the way to stop.
 * For the few places where the number of queries changes over time, so that hooks cannot hold them.
 */
export function watch<T>(
  query: () => Promise<T>,
  onResult: (result: T) => void,
  onError: (error: unknown) => void,
): () => void {
  // What a query throws at once, as all do where the browser has no database, is its failure too.
  const run = () => new Dexie.Promise<T>((resolve) => resolve(query()))
  const subscription = liveQuery(run).subscribe({ next: onResult, error: onError })
  return () => subscription.unsubscribe()
}
