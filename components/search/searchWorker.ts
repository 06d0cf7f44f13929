/** Starts the search worker. @param database its name */
export function startSearchWorker(database: string): Worker {
  return new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module', name: database })
}
