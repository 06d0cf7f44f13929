import Dexie from 'dexie'

/**
 * Has the browser give back the room of rows that were deleted or written over. Chromium only appends, and counts what
 * is long gone until it compacts; deleting a database, be it an empty one, makes it do so.
 */
export async function compact({ name }: Dexie): Promise<void> {
  const empty = new Dexie(`${name}-compaction`)
  empty.version(1).stores({})
  await empty.open()
  await empty.delete()
}
