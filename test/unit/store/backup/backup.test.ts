import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UserMade } from '../../../../lib/domain/backup/Backup.ts'
import { isEmptyPlan, planRestore } from '../../../../lib/domain/backup/planRestore.ts'
import { DEFAULT_SETTINGS } from '../../../../lib/domain/settings.ts'
import { untouched } from '../../../../lib/domain/triage.ts'
import { BackupError, readBackup, writeBackup } from '../../../../lib/store/backup/backupFile.ts'
import { readUserMade, restoreUserMade } from '../../../../lib/store/backup/userMade.ts'
import type { Database } from '../../../../lib/store/database.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { openDatabase } from '../../../fixtures/openDatabase.ts'

const AT = '2026-03-01T10:00:00.000Z'
const NOTHING: UserMade = {
  settings: {},
  labels: [],
  snippets: [],
  drafts: [],
  triage: [],
  personNotes: [],
  savedSearches: [],
}

const id = fc.string({ minLength: 1, maxLength: 12 })
const text = fc.string({ unit: 'binary', maxLength: 40 })
const time = fc.integer({ min: 0, max: 2 ** 45 })
const maybe = fc.option(time)
const byId = <T extends object>(row: fc.Arbitrary<T>, key: (row: T) => string) =>
  fc.uniqueArray(row, { selector: key, maxLength: 4 })

/** What somebody may have made, with names that tell labels and snippets apart. */
const made: fc.Arbitrary<UserMade> = fc.record({
  settings: fc.record(
    {
      theme: fc.constantFrom('system', 'light', 'dark'),
      pollSeconds: fc.constantFrom(30, 60, 300),
      accountsOff: fc.array(id, { maxLength: 2 }),
      seenPolicy: fc.dictionary(id, fc.constantFrom('never', 'onReply')),
      keepMonths: fc.option(fc.integer({ min: 1, max: 24 })),
    },
    { requiredKeys: [] },
  ),
  labels: byId(fc.record({ id, name: id, hue: fc.nat(359) }), ({ name }) => name.trim().toLowerCase()).map(
    (rows) => rows.map((row, at) => ({ ...row, id: `${at}${row.id}` })),
  ),
  snippets: byId(fc.record({ id, name: id, text }), (row) => row.name).map((rows) =>
    rows.map((row, at) => ({ ...row, id: `${at}${row.id}` })),
  ),
  drafts: byId(fc.record({ conversationId: id, text, updatedAt: time }), (row) => row.conversationId),
  triage: byId(
    fc
      .record({
        conversationId: id,
        readUpTo: time,
        starred: fc.boolean(),
        muted: fc.boolean(),
        doneUpTo: maybe,
        snoozedUntil: maybe,
        labels: fc.uniqueArray(id, { maxLength: 3 }),
      })
      .map((row) => ({ ...untouched(row.conversationId, 'account-1'), ...row })),
    (row) => row.conversationId,
  ),
  personNotes: byId(fc.record({ personId: id, text, updatedAt: time }), (row) => row.personId),
  savedSearches: byId(fc.record({ id, name: text, query: id, position: fc.nat(9) }), (row) => row.query).map(
    (rows) => rows.map((row, at) => ({ ...row, id: `${at}${row.id}` })),
  ),
})

async function holding(content: UserMade): Promise<Database> {
  const db = openDatabase()
  await restoreUserMade(db, content)
  return db
}

const sorted = (content: UserMade) =>
  Object.fromEntries(
    Object.entries(content).map(([name, rows]) => [
      name,
      Array.isArray(rows) ? rows.map((row) => JSON.stringify(row)).sort() : rows,
    ]),
  )

test('what was backed up comes back whole on an empty computer, and restoring it again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(made, async (content) => {
      const from = await holding(content)
      const file = writeBackup(await readUserMade(from), AT)
      const to = openDatabase()
      await restoreUserMade(to, readBackup(file).made)
      expect(sorted(await readUserMade(to))).toEqual(sorted(await readUserMade(from)))
      expect(isEmptyPlan(await restoreUserMade(to, readBackup(file).made))).toBe(true)
      await Promise.all([from.delete(), to.delete()])
    }),
    { numRuns: 60 },
  )
})

test('restoring takes nothing away: all that was here is here after it, settings aside', async () => {
  await fc.assert(
    fc.asyncProperty(made, made, async (here, backup) => {
      const plan = planRestore(backup, here)
      const written = (name: 'labels' | 'snippets') => plan[name].map((row) => row.id)
      for (const name of ['labels', 'snippets'] as const) {
        for (const row of here[name]) expect(written(name)).not.toContain(row.id)
      }
      const drafts = new Set(here.drafts.map((row) => row.conversationId))
      expect(plan.drafts.filter((row) => drafts.has(row.conversationId))).toEqual([])
      for (const row of plan.triage) {
        const before = here.triage.find((one) => one.conversationId === row.conversationId)
        if (!before) continue
        expect(row.labels).toEqual(expect.arrayContaining(before.labels))
        expect(row.readUpTo).toBeGreaterThanOrEqual(before.readUpTo)
        if (before.starred) expect(row.starred).toBe(true)
        if (before.doneUpTo !== null || before.snoozedUntil !== null) {
          expect([row.doneUpTo, row.snoozedUntil]).toEqual([before.doneUpTo, before.snoozedUntil])
        }
      }
    }),
  )
})

test('a label of the same name is the same label, and its conversations keep it', () => {
  const here = { ...NOTHING, labels: [{ id: 'mine', name: 'Hot', hue: 1 }] }
  const triage = [{ ...untouched('c', 'a'), labels: ['theirs'] }]
  const plan = planRestore({ ...NOTHING, labels: [{ id: 'theirs', name: 'hot', hue: 2 }], triage }, here)
  expect(plan.labels).toEqual([])
  expect(plan.triage[0]?.labels).toEqual(['mine'])
})

test('a restored conversation moves in the lists at once; the key’s connection is nobody’s to restore', async () => {
  const db = openDatabase()
  const conversation = makeConversation()
  await db.conversations.add(conversation)
  await db.settings.put({ key: 'connectedAt', value: 5 })
  const triage = { ...untouched(conversation.id, conversation.accountId), starred: true, snoozedUntil: 9e12 }
  const settings = { connectedAt: 1, theme: 'dark' }
  const file = writeBackup({ ...NOTHING, settings, triage: [triage] }, AT)
  expect(readBackup(file).made.settings).toEqual({ theme: 'dark' })
  await restoreUserMade(db, { ...NOTHING, settings, triage: [triage] })
  expect(await db.conversations.get(conversation.id)).toMatchObject({ starred: 1, shelf: 'snoozed' })
  expect((await db.settings.get('connectedAt'))?.value).toBe(5)
})

test('a backup holds every setting but the connection, whether they travel and what was updated, and never a key', async () => {
  const db = openDatabase()
  await db.settings.bulkPut(Object.entries(DEFAULT_SETTINGS).map(([key, value]) => ({ key, value })))
  const names = Object.keys((await readUserMade(db)).settings).sort()
  expect(names).toEqual(
    Object.keys(DEFAULT_SETTINGS)
      .filter((key) => !['connectedAt', 'policy', 'reachesNone', 'travels', 'updatedFrom'].includes(key))
      .sort(),
  )
  // What it holds is also what can be read back.
  expect(() => readBackup(writeBackup({ ...NOTHING, settings: { ...DEFAULT_SETTINGS } }, AT))).not.toThrow()
})

const GOOD = JSON.parse(
  writeBackup(
    {
      ...NOTHING,
      settings: { theme: 'dark', pollSeconds: 60 },
      labels: [{ id: 'l', name: 'Hot', hue: 1 }],
      drafts: [{ conversationId: 'c', text: 'Hi', updatedAt: 1 }],
      triage: [untouched('c', 'a')],
    },
    AT,
  ),
)

test.each([
  ['', /not a backup|cut off/],
  ['{"format":', /cut off/],
  ['null', /not a backup/],
  ['[]', /not a backup/],
  [JSON.stringify({ format: 'parley-export', version: 1 }), /export/],
  [JSON.stringify({ ...GOOD, version: 2 }), /newer Parley/],
  [JSON.stringify({ ...GOOD, labels: undefined }), /damaged \(at labels\)/],
  [JSON.stringify({ ...GOOD, drafts: [{ conversationId: 'c' }] }), /drafts › 0 › text/],
  [JSON.stringify({ ...GOOD, triage: [{ ...GOOD.triage[0], labels: 'l' }] }), /triage › 0 › labels/],
  [JSON.stringify({ ...GOOD, triage: [{ ...GOOD.triage[0], snoozedUntil: 'soon' }] }), /snoozedUntil/],
  [JSON.stringify({ ...GOOD, settings: { theme: 'purple' } }), /settings › theme/],
  [JSON.stringify({ ...GOOD, settings: { pollSeconds: 0 } }), /settings › pollSeconds/],
  [JSON.stringify({ ...GOOD, settings: { accountsOff: 'all' } }), /settings › accountsOff/],
])('a broken file is refused in words: %s', (file, words) => {
  expect(() => readBackup(file)).toThrow(words)
  expect(() => readBackup(file)).toThrow(/Nothing was changed\.$/)
})

test('however a file is broken, it is read whole or refused as broken', () => {
  const whole = JSON.stringify(GOOD)
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(4), fc.string({ maxLength: 4 }), (at, cut, put) => {
      try {
        const { made: read } = readBackup(whole.slice(0, at) + put + whole.slice(at + cut))
        expect(read.labels.every(({ name }) => typeof name === 'string')).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(BackupError)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('fields of a later version are left out, and missing ones of an earlier one are as if untouched', () => {
  const later = {
    ...GOOD,
    extra: 1,
    settings: { ...GOOD.settings, later: 1 },
    triage: [{ conversationId: 'c', accountId: 'a', later: 1 }],
  }
  const { made: read } = readBackup(JSON.stringify(later))
  expect(read.triage).toEqual([untouched('c', 'a')])
  expect(read.settings).toEqual({ theme: 'dark', pollSeconds: 60 })
})
