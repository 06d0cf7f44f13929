/** What the browser calls the database. */
export const DATABASE_NAME = 'parley'

/** Its newest version as the browser counts it: Dexie counts in tens. */
export const STORED_VERSION = 70
