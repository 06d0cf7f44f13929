import { expect, test } from 'vitest'
import { readUserMade } from '../../../lib/store/backup/userMade.ts'
import { clearCacheTables } from '../../../lib/store/commits/clear.ts'
import { forgetSearch, saveSearch } from '../../../lib/store/intents/savedSearches.ts'
import { savedSearches } from '../../../lib/store/queries/savedSearches.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'

test('searches are kept once, in their order, survive a cleared cache, and can be taken along', async () => {
  const db = openDatabase()
  for (const query of ['is:unread', ' from:anna offer ', 'is:unread', ' ']) await saveSearch(db, query)
  await clearCacheTables(db)
  const rows = await savedSearches(db)
  expect(rows.map(({ query }) => query)).toEqual(['is:unread', 'from:anna offer'])
  expect((await readUserMade(db)).savedSearches).toHaveLength(2)
  await forgetSearch(db, rows[0]?.id ?? '')
  await saveSearch(db, 'label:later')
  expect((await savedSearches(db)).map(({ name }) => name)).toEqual(['from:anna offer', 'label:later'])
})
