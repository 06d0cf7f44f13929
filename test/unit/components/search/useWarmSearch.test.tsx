// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { useWarmSearch } from '../../../../components/search/useWarmSearch.ts'
import { hasMuchText } from '../../../../lib/store/search/hasMuchText.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'
import { eventually } from '../../patience.ts'
import { preparePage } from '../renderPage.tsx'
import { searchHere } from '../searchHere.ts'

function Waiting() {
  useWarmSearch()
  return null
}

it('reads the text of a large cache in, and packs it, though nobody has searched yet', async () => {
  const { db, show } = preparePage()
  searchHere()
  const threads = Array.from({ length: 310 }, (_, n) => makeConversation({ key: `2-${n}` }))
  expect(await hasMuchText(db)).toBe(false)
  await db.conversations.bulkAdd(threads)
  await db.messages.bulkAdd(threads.map(({ id }) => makeMessage({ conversationId: id, key: '2-a' })))
  expect(await hasMuchText(db)).toBe(true)
  show(<Waiting />)
  await eventually(async () => expect(await db.searchPacks.count()).toBeGreaterThan(0))
})
