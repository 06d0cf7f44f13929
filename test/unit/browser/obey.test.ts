import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { obey, startObeying } from '../../../entrypoints/background/obey.ts'
import { acceptKey, mayTryOffered } from '../../../lib/browser/keyChange.ts'
import { readKept } from '../../../lib/browser/keyStorage.ts'
import { readManaged } from '../../../lib/browser/managed.ts'
import { createPageVault, offerKey } from '../../../lib/browser/pageVault.ts'
import { readBaseUrl, readRule } from '../../../lib/browser/ruleStorage.ts'
import { readKey } from '../../../lib/browser/vault.ts'
import { SAMPLE_KEY } from '../../../lib/domain/sample.ts'
import { readSettings } from '../../../lib/store/queries/settings.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { countWrites, openDatabase } from '../../fixtures/openDatabase.ts'

const KEY = 'made-up-key-0123456789'
const BUILT_FOR = 'https://api.connectsafely.ai/linkedin'

/** What each storage holds; managed is null where the browser has nothing written and rejects. */
const disk = vi.hoisted(() => ({
  local: {} as Record<string, unknown>,
  session: {} as Record<string, unknown>,
  managed: null as Record<string, unknown> | null,
  /** The browser says what is managed once this is over. */
  starting: Promise.resolve() as Promise<unknown>,
}))
vi.mock('webextension-polyfill', () => {
  const area = (name: 'local' | 'session') => ({
    get: async () => structuredClone(disk[name]),
    set: async (items: object) => void Object.assign(disk[name], structuredClone(items)),
    remove: async (keys: string[]) => {
      for (const key of keys) delete disk[name][key]
    },
  })
  const managed = {
    async get() {
      await disk.starting
      if (!disk.managed) throw new Error('Managed storage manifest not found')
      return structuredClone(disk.managed)
    },
  }
  const onChanged = { addListener: () => undefined, removeListener: () => undefined }
  return { default: { storage: { local: area('local'), session: area('session'), managed, onChanged } } }
})

const openVault = () => createPageVault(Promise.resolve())

beforeEach(() => {
  disk.local = {}
  disk.session = {}
  disk.managed = null
  disk.starting = Promise.resolve()
})

afterEach(() => {
  vi.useRealTimers()
})

async function connected(): Promise<void> {
  await offerKey(KEY)
  await acceptKey()
}

test('a browser that knows of no policy is one without', async () => {
  const db = openDatabase()
  const writes = countWrites(db, ['settings'])
  expect(await readManaged()).toEqual({})
  await obey(db)
  expect([writes(), disk.local]).toEqual([0, {}])
  expect(await readBaseUrl()).toBe(BUILT_FOR)
})

test('what is decided holds for whatever reads settings, is written once, and ends with the policy', async () => {
  const db = openDatabase()
  const writes = countWrites(db, ['settings'])
  await db.accounts.bulkAdd([
    makeAccount({ id: 'a', name: 'Mira Example' }),
    makeAccount({ id: 'b', name: 'Tomas Example' }),
  ])
  disk.managed = { allowedAccounts: ['Mira Example'], keepMonthsAtMost: 6, nonsense: 1 }
  await obey(db)
  expect(await readSettings(db)).toMatchObject({ accountsOff: ['b'], keepMonths: 6 })
  expect((await readSettings(db)).policy.ignored).toEqual(['nonsense'])
  await obey(db)
  expect(writes()).toBe(1)
  disk.managed = {}
  await obey(db)
  expect(await readSettings(db)).toMatchObject({ accountsOff: [], keepMonths: null })
})

test('what was decided stays in force where the browser cannot tell', async () => {
  const db = openDatabase()
  disk.managed = { keepMonthsAtMost: 6, keyKeeping: 'memory' }
  await obey(db)
  disk.starting = Promise.reject(new Error('An unexpected error occurred'))
  await startObeying(db).holds()
  expect(await readSettings(db)).toMatchObject({ keepMonths: 6, policy: { keyKeeping: 'memory' } })
  expect(await readRule()).toMatchObject({ keyKeeping: 'memory' })
})

test('whoever waits for a policy has it, be it that of the start or a later one', async () => {
  const db = openDatabase()
  disk.managed = { keepMonthsAtMost: 6 }
  const obeying = startObeying(db)
  await obeying.holds()
  expect((await readSettings(db)).keepMonths).toBe(6)
  disk.managed = { keepMonthsAtMost: 3 }
  void obeying.anew()
  await obeying.holds()
  expect((await readSettings(db)).keepMonths).toBe(3)
})

test('a browser that takes its time is not waited for longer than a moment, and obeyed when it tells', async () => {
  const db = openDatabase()
  let tell: (value?: unknown) => void = () => undefined
  disk.starting = new Promise((resolve) => {
    tell = resolve
  })
  disk.managed = { keepMonthsAtMost: 6 }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const obeying = startObeying(db)
  await vi.advanceTimersByTimeAsync(3_000)
  await obeying.holds()
  vi.useRealTimers()
  expect((await readSettings(db)).keepMonths).toBeNull()
  tell()
  await vi.waitFor(async () => expect((await readSettings(db)).keepMonths).toBe(6))
})

test('a key on the disk moves into memory where only that is allowed, and cannot come back', async () => {
  await connected()
  expect(await readKept()).toMatchObject({ keeping: 'stored' })
  disk.managed = { keyKeeping: 'memory' }
  await obey(openDatabase())
  expect(await readKept()).toEqual({ keeping: 'memory' })
  expect(JSON.stringify(disk.local)).not.toContain(KEY)
  expect(await readKey()).toBe(KEY)
  expect(await openVault().keep({ keeping: 'stored' })).toBe(false)
  expect(await openVault().keep({ keeping: 'sealed', passphrase: 'long enough', lockAfter: 60 })).toBe(false)
})

test('a new key never touches the disk where that is not allowed', async () => {
  disk.managed = { keyKeeping: 'passphrase' }
  await obey(openDatabase())
  await connected()
  expect(JSON.stringify(disk.local)).not.toContain(KEY)
  expect(await readKey()).toBe(KEY)
})

test('under a passphrase it locks no later than allowed, whatever is chosen', async () => {
  await connected()
  disk.managed = { keyKeeping: 'passphrase', lockAfterMinutesAtMost: 30 }
  await obey(openDatabase())
  const vault = openVault()
  expect(await vault.keep({ keeping: 'sealed', passphrase: 'long enough', lockAfter: null })).toBe(true)
  expect(await readKept()).toMatchObject({ keeping: 'sealed', lockAfter: 30 })
  await vault.setLockAfter(240)
  expect(await readKept()).toMatchObject({ lockAfter: 30 })
  await vault.setLockAfter(15)
  expect(await readKept()).toMatchObject({ lockAfter: 15 })
  expect(await vault.keep({ keeping: 'memory' })).toBe(false)
})

test('the sample opens only where it is allowed; a key always', async () => {
  disk.managed = { featuresOff: ['sample'] }
  await obey(openDatabase())
  await offerKey(SAMPLE_KEY)
  expect(await mayTryOffered()).toBe(false)
  await offerKey(KEY)
  expect(await mayTryOffered()).toBe(true)
})

test('the API is reached elsewhere only on the host of this build', async () => {
  disk.managed = { apiBaseUrl: 'https://api.connectsafely.ai/team/linkedin' }
  await obey(openDatabase())
  expect(await readBaseUrl()).toBe('https://api.connectsafely.ai/team/linkedin')
  const db = openDatabase()
  disk.managed = { apiBaseUrl: 'https://gateway.example.com/linkedin' }
  await obey(db)
  expect(await readBaseUrl()).toBe(BUILT_FOR)
  expect((await readSettings(db)).policy.ignored).toEqual(['apiBaseUrl'])
})
