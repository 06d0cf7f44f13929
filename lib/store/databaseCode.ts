/** Loads the code of the database, Dexie above all. */
export function databaseCode(): Promise<Pick<typeof import('./database.ts'), 'Database'>> {
  return import('./database.ts')
}
