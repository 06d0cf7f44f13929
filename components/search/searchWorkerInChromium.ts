/** As in `searchWorker.ts`; Chromium builds take this one. The script shares the database's code with the other worker. */
export function startSearchWorker(database: string): Worker {
  return new Worker('/search.js', { name: database })
}
