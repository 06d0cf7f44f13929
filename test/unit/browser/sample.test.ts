import { beforeEach, expect, test, vi } from 'vitest'
import {
  acceptKey,
  forgetKey,
  isSampleOffered,
  mayTryOffered,
  readOfferedKey,
} from '../../../lib/browser/keyChange.ts'
import { offerKey } from '../../../lib/browser/pageVault.ts'
import { changeSample, forgetSample } from '../../../lib/browser/sample.ts'
import { hasKey, isSampleOpen, readKey } from '../../../lib/browser/vault.ts'
import { SAMPLE_KEY } from '../../../lib/domain/sample.ts'

const KEY = 'made-up-key-0123456789'
const disk = vi.hoisted(() => ({
  local: {} as Record<string, unknown>,
  session: {} as Record<string, unknown>,
}))
vi.mock('webextension-polyfill', () => {
  const area = (name: 'local' | 'session') => ({
    get: async () => structuredClone(disk[name]),
    set: async (items: object) => void Object.assign(disk[name], structuredClone(items)),
    remove: async (keys: string[]) => {
      for (const key of keys) delete disk[name][key]
    },
  })
  return { default: { storage: { local: area('local'), session: area('session') } } }
})

const begun = () => changeSample((kept) => kept ?? { beganAt: 1, sent: [], readTo: {} })
beforeEach(() => {
  disk.local = {}
  disk.session = {}
})

test('the sample stands where a key would, and no call is ever made with it', async () => {
  await offerKey(SAMPLE_KEY)
  expect([await isSampleOffered(), await readOfferedKey()]).toEqual([true, null])
  expect(await mayTryOffered()).toBe(true)
  await acceptKey()
  expect([await isSampleOpen(), await hasKey(), await readKey()]).toEqual([true, true, null])
})

test('a key replaces the sample only once it was left', async () => {
  await offerKey(SAMPLE_KEY)
  await acceptKey()
  await offerKey(KEY)
  expect(await mayTryOffered()).toBe(false)
  await forgetKey()
  await offerKey(KEY)
  expect(await mayTryOffered()).toBe(true)
})

test('the sample never comes in place of a key', async () => {
  await offerKey(KEY)
  await acceptKey()
  await offerKey(SAMPLE_KEY)
  expect(await mayTryOffered()).toBe(false)
  expect(await readKey()).toBe(KEY)
  await offerKey('another-made-up-key')
  expect(await mayTryOffered()).toBe(true)
})

test('what is kept of the sample goes on, is gone once it was left, and does not come back', async () => {
  await offerKey(SAMPLE_KEY)
  await acceptKey()
  await begun()
  expect(await changeSample((kept) => ({ beganAt: kept?.beganAt ?? 2, sent: [], readTo: { a: 3 } }))).toEqual(
    {
      beganAt: 1,
      sent: [],
      readTo: { a: 3 },
    },
  )
  await forgetKey()
  await forgetSample()
  expect(await begun()).toBeNull()
  expect(disk).toEqual({ local: {}, session: {} })
})
