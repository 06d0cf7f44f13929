import { afterEach, expect, test, vi } from 'vitest'
import { clearAllTables } from '../../../../lib/store/commits/clear.ts'
import { saveLabel, setLabel } from '../../../../lib/store/intents/labels.ts'
import { saveSetting } from '../../../../lib/store/intents/settings.ts'
import { deleteSnippet, saveSnippet } from '../../../../lib/store/intents/userMade.ts'
import { readSettings } from '../../../../lib/store/queries/settings.ts'
import { isTravelDue, travelReport } from '../../../../lib/store/travel/travelState.ts'
import { createTravel } from '../../../../lib/sync/travel.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { joined, makeMachine, settle } from './machines.ts'

afterEach(() => void vi.useRealTimers())

const DAY = 86_400_000

test('while it is off nothing is put into synced storage, and nothing taken from it', async () => {
  const cloud = new Map()
  const [here, there] = [makeMachine(cloud), makeMachine(cloud)]
  await joined([there])
  await saveSnippet(there.db, { id: 's', name: 'Thanks', text: 'Thank you' })
  await settle([there])
  here.sync()
  await saveLabel(here.db, { id: 'l', name: 'Lead', hue: 1 })
  expect(await isTravelDue(here.db)).toBe(false)
  await here.exchange()
  expect(here.calls()).toBe(0)
  expect((await here.made()).snippets).toEqual([])
})

test('turned off on one computer it is off on all, nothing is left in synced storage, and each keeps what it has', async () => {
  const cloud = new Map()
  const [here, there] = [makeMachine(cloud), makeMachine(cloud)]
  await joined([here, there])
  await saveSnippet(here.db, { id: 's', name: 'Thanks', text: 'Thank you' })
  await settle([here, there])
  // Not sent yet when it ends.
  await saveLabel(there.db, { id: 'l', name: 'Lead', hue: 1 })
  await here.turn(false)
  expect(await isTravelDue(here.db)).toBe(true)
  await settle([here, there])
  expect(cloud.size).toBe(0)
  expect(here.items()).toEqual({})
  expect(there.items()).toEqual({})
  expect((await readSettings(there.db)).travels).toBe(false)
  expect((await here.made()).snippets).toHaveLength(1)
  expect(await there.made()).toMatchObject({ snippets: [{ id: 's' }], labels: [{ id: 'l' }] })
  await saveSnippet(here.db, { id: 't', name: 'Later', text: 'Later' })
  await settle([here, there])
  expect(cloud.size).toBe(0)
})

test('the key, messages, drafts, rules about people and what is about one computer stay here', async () => {
  const here = makeMachine(new Map())
  await joined([here])
  await saveSetting(here.db, 'notifyPeople', { p: { name: 'Ida Lund', rule: 'never' } })
  await saveSetting(here.db, 'theme', 'dark')
  await saveSetting(here.db, 'accountsOff', ['account-9'])
  await saveSetting(here.db, 'undoSeconds', 10)
  await here.db.drafts.put({ conversationId: 'c', text: 'Unfinished', updatedAt: 1 })
  await here.exchange()
  expect(Object.keys(here.items()).sort()).toEqual(['parley', 'settings/undoSeconds'])
})

test('what there is no room for is named and stays as it is; there is room for it once others go', async () => {
  const here = makeMachine(new Map())
  await joined([here])
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
    await saveSnippet(here.db, { id, name: `Snippet ${id}`, text: id.repeat(20_000) })
  }
  await saveLabel(here.db, { id: 'l', name: 'Lead', hue: 1 })
  await here.exchange()
  const report = await travelReport(here.db)
  expect(report).toMatchObject({ failed: false, others: 0 })
  expect(report?.leftOut).toHaveLength(1)
  expect((await here.made()).snippets).toHaveLength(6)
  expect(here.items()).toHaveProperty('labels/l')
  await deleteSnippet(here.db, report?.leftOut[0]?.id === 'a' ? 'b' : 'a')
  await here.exchange()
  expect((await travelReport(here.db))?.leftOut).toEqual([])
})

test('more rows than synced storage takes items: the settings and labels go first', async () => {
  const here = makeMachine(new Map())
  await joined([here])
  await here.db.snippets.bulkPut(
    Array.from({ length: 600 }, (_, i) => ({ id: `s${i}`, name: `No ${i}`, text: 'Hi' })),
  )
  await saveLabel(here.db, { id: 'l', name: 'Lead', hue: 1 })
  await saveSetting(here.db, 'undoSeconds', 5)
  await here.exchange()
  expect(Object.keys(here.items())).toHaveLength(512)
  expect(here.items()).toMatchObject({ 'labels/l': {}, 'settings/undoSeconds': {} })
  expect((await travelReport(here.db))?.leftOut).toHaveLength(600 - 509)
})

test('what is left out by one computer does not take away what another one has', async () => {
  const cloud = new Map()
  const [here, there] = [makeMachine(cloud), makeMachine(cloud)]
  await joined([here, there])
  await saveSnippet(here.db, { id: 's', name: 'Thanks', text: 'Thank you' })
  await settle([here, there])
  await saveSnippet(here.db, { id: 's', name: 'Thanks', text: 'ß'.repeat(60_000) })
  await settle([here, there])
  expect((await there.made()).snippets).toMatchObject([{ text: 'Thank you' }])
  expect((await here.made()).snippets[0]?.text).toHaveLength(60_000)
})

test('labels of the same name and the same snippets made on both are one after joining, on every conversation', async () => {
  const cloud = new Map()
  const [here, there] = [makeMachine(cloud), makeMachine(cloud)]
  const conversation = makeConversation({ id: 'account-1/inbox/a' })
  await there.db.conversations.add(conversation)
  await saveLabel(here.db, { id: 'l-here', name: 'Lead', hue: 1 })
  await saveSnippet(here.db, { id: 's-here', name: 'Thanks', text: 'Thank you' })
  await saveLabel(there.db, { id: 'l-there', name: ' lead', hue: 9 })
  await setLabel(there.db, conversation.id, 'l-there', true)
  await saveSnippet(there.db, { id: 's-there', name: 'Thanks', text: 'Thank you' })
  await joined([here, there])
  await settle([here, there])
  expect(await there.made()).toEqual(await here.made())
  expect(await there.made()).toMatchObject({ labels: [{ id: 'l-here' }], snippets: [{ id: 's-here' }] })
  expect((await there.db.conversations.get(conversation.id))?.labels).toEqual(['l-here'])
})

test('a label that was deleted elsewhere leaves its conversations here', async () => {
  const cloud = new Map()
  const [here, there] = [makeMachine(cloud), makeMachine(cloud)]
  const conversation = makeConversation({ id: 'account-1/inbox/a' })
  await there.db.conversations.add(conversation)
  await joined([here, there])
  await saveLabel(here.db, { id: 'l', name: 'Lead', hue: 1 })
  await settle([here, there])
  await setLabel(there.db, conversation.id, 'l', true)
  await here.db.labels.delete('l')
  await settle([here, there])
  expect((await there.db.conversations.get(conversation.id))?.labels).toEqual([])
})

test('deletions are forgotten in time, here and there', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000 * DAY })
  const here = makeMachine(new Map())
  await joined([here])
  await saveSnippet(here.db, { id: 's', name: 'Thanks', text: 'Thank you' })
  await here.exchange()
  await deleteSnippet(here.db, 's')
  await here.exchange()
  expect(here.items()).toHaveProperty('snippets/s')
  vi.setSystemTime(1_181 * DAY)
  await here.exchange()
  expect(Object.keys(here.items())).toEqual(['parley'])
  await here.exchange()
  expect(Object.keys(here.items())).toEqual(['parley'])
})

test('emptying this computer deletes nothing on the others', async () => {
  const cloud = new Map()
  const [here, there] = [makeMachine(cloud), makeMachine(cloud)]
  await joined([here, there])
  await saveSnippet(here.db, { id: 's', name: 'Thanks', text: 'Thank you' })
  await settle([here, there])
  await clearAllTables(here.db)
  await settle([here, there])
  expect((await there.made()).snippets).toHaveLength(1)
  expect(cloud.has('snippets/s')).toBe(true)
})

test('an exchange without news writes nothing', async () => {
  const cloud = new Map()
  const [here, there] = [makeMachine(cloud), makeMachine(cloud)]
  await joined([here, there])
  await saveSnippet(here.db, { id: 's', name: 'Thanks', text: 'Thank you' })
  await settle([here, there])
  const before = here.calls() + there.calls()
  expect(await here.exchange()).toBe(0)
  expect(await there.exchange()).toBe(0)
  expect(here.calls() + there.calls()).toBe(before)
  expect(await isTravelDue(here.db)).toBe(false)
})

test('what lies in synced storage and is none of ours, or broken, is left alone', async () => {
  const here = makeMachine(new Map())
  await joined([here])
  await here.deps.area.write({
    'labels/x': { at: 5, of: 1, text: '{"name":5}' },
    'labels/y': 'nonsense',
    'settings/theme': { at: 5, of: 1, text: '{"value":"dark"}' },
    'drafts/c': { at: 5, of: 1, text: '{"text":"x"}' },
    'snippets/half': { at: 5, of: 2, text: '{"name":' },
  })
  expect(await here.exchange()).toBe(0)
  expect(await here.made()).toEqual({ labels: [], snippets: [], undoSeconds: undefined })
})

test('one exchange follows a moment after the last of several changes; where the browser refuses, it is said and tried again', async () => {
  const here = makeMachine(new Map())
  await joined([here])
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const booked: (number | null)[] = []
  const book = async (at: number | null) => void booked.push(at && at - Date.now())
  const travel = createTravel({ ...here.deps, book, isOwn: async () => true, taken: async () => {} })
  await travel.soon()
  expect(booked).toEqual([])
  const before = here.calls()
  for (const words of ['1', '2', '3']) {
    await saveSnippet(here.db, { id: 's', name: 'Thanks', text: words })
    await travel.soon()
    vi.advanceTimersByTime(1_000)
  }
  here.breakWith(new Error('MAX_WRITE_OPERATIONS_PER_MINUTE'))
  await travel.run()
  expect(await travelReport(here.db)).toMatchObject({ failed: true })
  expect(booked.at(-1)).toBe(300_000)
  expect((await here.made()).snippets).toHaveLength(1)
  here.breakWith(null)
  await travel.run()
  expect(here.calls()).toBe(before + 2)
  expect(await travelReport(here.db)).toMatchObject({ failed: false })
  expect(booked.at(-1)).toBe(null)
})

test('what is not the user’s own, as in a sample, neither goes there nor takes anything away when it is left', async () => {
  const cloud = new Map()
  const [here, there] = [makeMachine(cloud), makeMachine(cloud)]
  await joined([there])
  await saveSnippet(there.db, { id: 's', name: 'Thanks', text: 'Thank you' })
  await settle([there])
  here.sync()
  const before = here.items()
  const travel = createTravel({
    ...here.deps,
    book: async () => {},
    isOwn: async () => false,
    taken: async () => {},
  })
  await here.turn(true)
  await saveLabel(here.db, { id: 'l', name: 'Lead', hue: 1 })
  await travel.soon()
  await travel.run()
  await travel.leave()
  expect(here.calls()).toBe(0)
  expect(here.items()).toEqual(before)
  expect((await here.made()).snippets).toEqual([])
})
