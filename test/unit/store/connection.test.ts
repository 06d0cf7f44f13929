import Dexie from 'dexie'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { ConnectionState } from '../../../lib/store/connection.ts'
import { Database } from '../../../lib/store/database.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { allLabels } from '../../../lib/store/queries/labels.ts'
import { watch } from '../../../lib/store/watch.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'
import { eventually } from '../patience.ts'

/** The database as another context would have it: by name, over the browser's own interface. */
function openRaw(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function statesOf(db: Database): ConnectionState[] {
  const states = [db.connection.getState()]
  db.connection.subscribe(() => states.push(db.connection.getState()))
  return states
}

/** Makes the browser answer every opening with this error, as an event or thrown. */
function failOpening(name: string, how: 'event' | 'thrown'): void {
  const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    const error = new DOMException('Made to fail', name)
    if (how === 'thrown') throw error
    const request = { error, onerror: null as ((event: object) => void) | null }
    queueMicrotask(() => request.onerror?.({ target: request, preventDefault() {}, stopPropagation() {} }))
    return request as unknown as IDBOpenDBRequest
  })
  onTestFinished(() => open.mockRestore())
}

test('it opens, and says so', async () => {
  const db = openDatabase()
  const states = statesOf(db)
  await db.open()
  expect(states).toEqual(['opening', 'open'])
})

test('a newer version in another context is let through: this one says that it is outdated, saves what it has to, and keeps away', async () => {
  const db = openDatabase()
  await db.open()
  const saved = new Promise((resolve) => {
    db.connection.subscribe(() => {
      if (db.connection.getState() === 'outdated') resolve(saveSetting(db, 'pollSeconds', 120))
    })
  })
  const newer = await openRaw(db.name, 1_000)
  onTestFinished(() => newer.close())
  await saved
  expect(db.connection.getState()).toBe('outdated')
  const kept = newer.transaction('settings').objectStore('settings').get('pollSeconds')
  await eventually(() => expect(kept.result).toEqual({ key: 'pollSeconds', value: 120 }))
  // A page that just comes to be shown opens it once more.
  await expect(db.open()).rejects.toThrow(/closed/)
  expect(db.isOpen()).toBe(false)
  await expect(saveSetting(db, 'pollSeconds', 240)).rejects.toThrow(/closed/)
  expect(db.connection.getState()).toBe('outdated')
})

test('an upgrade that another context holds up says what it waits for, and goes on by itself', async () => {
  const name = 'held-up'
  // As an older Parley would have left it, in a page that does not let go.
  const older = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name, 5)
    request.onupgradeneeded = () => request.result.createObjectStore('drafts', { keyPath: 'conversationId' })
    request.onsuccess = () => resolve(request.result)
  })
  const db = new Database(name)
  onTestFinished(() => db.delete())
  const states = statesOf(db)
  const opening = db.open()
  await eventually(() => expect(states).toContain('blocked'))
  older.close()
  await opening
  expect(states).toEqual(['opening', 'blocked', 'open'])
})

test('deleted by somebody else, it is there again at once, empty, and what is on show looks again', async () => {
  const db = openDatabase()
  await db.labels.add({ id: 'l', name: 'Later', hue: 1 })
  const seen: number[] = []
  const stop = watch(
    () => allLabels(db),
    (labels) => seen.push(labels.length),
    () => seen.push(-1),
  )
  onTestFinished(stop)
  await eventually(() => expect(seen).toEqual([1]))
  let reopened = 0
  db.connection.onReopened(() => reopened++)
  await Dexie.delete(db.name)
  await eventually(() => expect(seen.at(-1)).toBe(0))
  expect(seen).not.toContain(-1)
  expect(reopened).toBe(1)
  await db.labels.add({ id: 'm', name: 'Now', hue: 2 })
  await eventually(() => expect(seen.at(-1)).toBe(1))
})

test.each([
  ['refused in a private window', 'InvalidStateError', 'event', 'refused'],
  ['refused by a policy', 'SecurityError', 'thrown', 'refused'],
  ['broken beyond the browser’s own repair', 'UnknownError', 'event', 'refused'],
  ['without the little room it needs', 'QuotaExceededError', 'event', 'full'],
] as const)('%s, it says so, once, and queries fail rather than wait', async (_, error, how, state) => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  failOpening(error, how)
  const db = new Database(`failing-${error}`)
  const states = statesOf(db)
  await expect(allLabels(db)).rejects.toThrow()
  expect(states).toEqual(['opening', state])
  await expect(allLabels(db)).rejects.toThrow()
})

test('in a browser without any such database it says that it is refused', async () => {
  const db = new Database('nowhere')
  Object.assign(db, { _deps: { indexedDB: undefined } })
  await expect(db.open()).rejects.toThrow()
  expect(db.connection.getState()).toBe('refused')
})

test('closed by ourselves, it stays closed', async () => {
  const db = openDatabase()
  await db.open()
  db.close()
  await expect(allLabels(db)).rejects.toThrow(/closed/)
  expect(db.isOpen()).toBe(false)
})
