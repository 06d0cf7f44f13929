import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Conversation } from '../../../lib/domain/conversation.ts'
import type { ListFilter } from '../../../lib/domain/listFilter.ts'
import { commitAccountOff } from '../../../lib/store/commits/commitAccounts.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { countUnread, listConversations } from '../../../lib/store/queries/conversations.ts'
import { countShownUnread, shownConversations } from '../../../lib/store/queries/shownConversations.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'
import { runs } from '../runs.ts'

const BELONGS: Partial<Record<ListFilter, (row: Conversation) => boolean>> = {
  all: (row) => row.shelf === 'inbox',
  unread: (row) => row.unread === 1,
  waitingMe: (row) => row.waiting === 'me',
  waitingThem: (row) => row.waiting === 'them',
  'label:x': (row) => row.labels.includes('x'),
  'label:xy': (row) => row.labels.includes('xy'),
  starred: (row) => row.starred === 1,
  snoozed: (row) => row.shelf === 'snoozed',
  done: (row) => row.shelf === 'done',
}
const FILTERS = Object.keys(BELONGS) as ListFilter[]
const flag = fc.constantFrom<0 | 1>(0, 1)
const conversations = fc
  .array(
    fc.record({
      accountId: fc.constantFrom('a', 'ab'),
      shelf: fc.constantFrom<Conversation['shelf']>('inbox', 'inbox', 'snoozed', 'done'),
      unread: flag,
      starred: flag,
      waiting: fc.constantFrom<Conversation['waiting']>('me', 'them', 'nobody'),
      labels: fc.subarray(['x', 'xy']),
    }),
    { maxLength: 14 },
  )
  .map((rows) => rows.map((row, i) => makeConversation({ ...row, lastActivityAt: 1000 + ((i * 7) % 15) })))

describe('a list of conversations', () => {
  it('holds what belongs to it, of its account, newest first, and never more than asked for', async () => {
    await fc.assert(
      fc.asyncProperty(conversations, fc.integer({ min: 1, max: 8 }), async (rows, limit) => {
        const db = openDatabase()
        await db.conversations.bulkAdd(rows)
        for (const accountId of [null, 'a', 'ab']) {
          const ofAccount = rows.filter((row) => accountId === null || row.accountId === accountId)
          for (const filter of FILTERS) {
            const wanted = ofAccount
              .filter((row) => BELONGS[filter]?.(row))
              .sort((x, y) => y.lastActivityAt - x.lastActivityAt)
            const listed = await listConversations(db, { filter, accountId, limit })
            expect(listed.map((row) => row.id)).toEqual(wanted.slice(0, limit).map((row) => row.id))
          }
          const unread = ofAccount.filter((row) => row.unread === 1).length
          expect(await countUnread(db, accountId)).toBe(unread)
        }
      }),
      { numRuns: runs(15, 150) },
    )
  })

  it('leaves out, and does not count, the accounts that are switched off', async () => {
    const db = openDatabase()
    await db.accounts.bulkAdd(['a', 'b', 'c'].map((id) => makeAccount({ id })))
    const rows = ['a', 'b', 'c', 'a', 'b'].map((accountId, i) =>
      makeConversation({ accountId, unread: 1, lastActivityAt: 9 - i }),
    )
    await db.conversations.bulkAdd(rows)
    const shown = async (accountId: string | null, limit: number) =>
      (await shownConversations(db, { filter: 'all', accountId, limit })).map((row) => row.lastActivityAt)
    expect(await shown(null, 3)).toEqual([9, 8, 7])
    expect(await countShownUnread(db)).toBe(5)
    await saveSetting(db, 'accountsOff', ['c'])
    expect(await shown(null, 3)).toEqual([9, 8, 6])
    expect(await shown('b', 3)).toEqual([8, 5])
    expect(await countShownUnread(db)).toBe(4)
  })
})

describe('an account that is switched off', () => {
  it('leaves the cache and starts again silently; the other and what the user made stay', async () => {
    const db = openDatabase()
    await db.accounts.bulkAdd(['a', 'b'].map((id) => makeAccount({ id, cursor: 5, silentUpTo: 5 })))
    const rows = ['a', 'b'].map((accountId) => makeConversation({ accountId }))
    await db.conversations.bulkAdd(rows)
    await db.drafts.bulkAdd(rows.map((row) => ({ conversationId: row.id, text: 'Unfinished', updatedAt: 1 })))
    await commitAccountOff(db, 'a')
    expect((await db.conversations.toArray()).map((row) => row.accountId)).toEqual(['b'])
    expect(await db.accounts.get('a')).toMatchObject({
      import: { stage: 'waiting' },
      cursor: null,
      silentUpTo: 0,
    })
    expect(await db.accounts.get('b')).toMatchObject({ import: { stage: 'done' }, cursor: 5 })
    expect(await db.drafts.count()).toBe(2)
  })
})
