import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Conversation } from '../../../lib/domain/conversation.ts'
import { countsOf } from '../../../lib/store/counts.ts'
import { waitingConversations } from '../../../lib/store/queries/waitingConversations.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'
import { runs } from '../runs.ts'

const row = fc.record({
  key: fc.constantFrom('2-a', '2-b', '2-c', '2-d'),
  accountId: fc.constantFrom('a', 'b'),
  unread: fc.constantFrom<0 | 1>(0, 1),
  shelf: fc.constantFrom<Conversation['shelf']>('inbox', 'snoozed', 'done'),
  waiting: fc.constantFrom<Conversation['waiting']>('me', 'them', 'nobody'),
  labels: fc.subarray(['x', 'y']),
  lastActivityAt: fc.constantFrom(1, 2),
  syncedTo: fc.constantFrom(null, 1, 2),
})
const doing = fc.record({
  kind: fc.constantFrom(
    'put',
    'bulkPut',
    'add',
    'update',
    'modify',
    'delete',
    'deleteSome',
    'clear',
    'abort',
  ),
  rows: fc.array(row, { minLength: 1, maxLength: 3 }),
})

test('however conversations are written, the counts and who is behind are what looking through all gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { maxLength: 12 }), async (plan) => {
      const db = openDatabase()
      for (const { kind, rows } of plan) {
        const made: Conversation[] = rows.map((change) => makeConversation(change))
        const [first] = made
        const id = first?.id ?? ''
        const { conversations } = db
        if (kind === 'put' && first) await conversations.put(first)
        else if (kind === 'bulkPut') await conversations.bulkPut(made)
        // Some may be there already: these fail, the others stay.
        else if (kind === 'add') await conversations.bulkAdd(made).catch(() => undefined)
        else if (kind === 'update')
          await conversations.update(id, {
            unread: first?.unread ?? 0,
            labels: first?.labels ?? [],
            syncedTo: first?.syncedTo ?? null,
          })
        else if (kind === 'modify') await conversations.toCollection().modify({ unread: first?.unread ?? 0 })
        else if (kind === 'delete') await conversations.delete(id)
        else if (kind === 'deleteSome') await conversations.where('accountId').equals('a').delete()
        else if (kind === 'clear') await conversations.clear()
        else {
          const failing = db.transaction('rw', [conversations], async () => {
            await conversations.bulkPut(made)
            throw new Error('Never mind')
          })
          await expect(failing).rejects.toThrow('Never mind')
        }
        const all = await conversations.toArray()
        for (const accountId of ['a', 'b']) {
          const behind = all.filter(
            (one) => one.accountId === accountId && one.lastActivityAt > (one.syncedTo ?? 0),
          )
          expect(await waitingConversations(db, accountId)).toEqual(behind)
          expect(await db.behind.where('accountId').equals(accountId).count()).toBe(behind.length)
        }
        const counted = countsOf(all)
        const kept = (await db.counts.toArray()).filter((one) => one.conversations > 0)
        expect(new Map(kept.map((one) => [one.accountId, one]))).toEqual(counted)
      }
      await db.delete()
    }),
    { numRuns: runs(60, 600) },
  )
})
