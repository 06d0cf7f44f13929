import { describe, expect, it } from 'vitest'
import { freshnessText } from '../../../../components/health/freshnessText.ts'
import type { Account } from '../../../../lib/domain/account.ts'
import type { AccountHealth } from '../../../../lib/domain/health.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'

const MINUTE = 60_000
const now = new Date(2026, 0, 5, 13, 50).getTime()
const settings = { accountsOff: [] as string[] }
const mira = (health: AccountHealth = { state: 'upToDate' }) => makeAccount({ id: 'a', name: 'Mira', health })
const tomas = (health: AccountHealth = { state: 'upToDate' }) =>
  makeAccount({ id: 'b', name: 'Tomas', health })

function text(accounts: Account[], ages: Record<string, number>, accountsOff: string[] = []): string {
  const freshness = Object.entries(ages).map(([accountId, age]) => ({ accountId, succeededAt: now - age }))
  return freshnessText({ accounts, freshness, settings: { ...settings, accountsOff }, now }).text
}

describe('freshness', () => {
  it('tells the age of the account read longest ago', () => {
    expect(text([mira(), tomas()], { a: 5000, b: MINUTE })).toBe('Updated 1 min ago')
    expect(text([mira()], { a: 5000 })).toBe('Updated just now')
  })

  it('says that it is offline and how old what is shown is', () => {
    expect(text([mira({ state: 'offline' })], { a: 12 * MINUTE })).toBe('Offline · 12 min old')
    expect(text([mira({ state: 'offline' })], {})).toBe('Offline')
  })

  it('names who is signed out, before anything else', () => {
    const accounts = [mira({ state: 'upToDate' }), tomas({ state: 'signedOut' })]
    expect(text(accounts, { a: MINUTE, b: MINUTE })).toBe('Signed out: Tomas')
    expect(text([tomas({ state: 'signedOut' })], {})).toBe('Signed out: Tomas')
  })

  it('tells of every account that is not well, by name where others are', () => {
    const until = now + 15 * MINUTE
    const accounts = [
      mira({ state: 'rateLimited', until }),
      tomas({ state: 'disconnected' }),
      makeAccount({ id: 'c', name: 'Ada', health: { state: 'offline' } }),
      makeAccount({ id: 'd', name: 'Bo', health: { state: 'subscriptionNeeded', reason: '' } }),
      makeAccount({
        id: 'e',
        name: 'Ines',
        health: { state: 'error', reason: '', nextTryAt: until, failures: 1 },
      }),
    ]
    expect(text(accounts, { a: 0, b: 0, c: 3 * MINUTE, d: 0, e: 5 * MINUTE })).toBe(
      'Subscription needed: Bo · Disconnected: Tomas · Paused by the API until 14:05: Mira · Offline: Ada (3 min old) · Not updating: Ines (5 min old)',
    )
  })

  it('says that it is locked, without names as one key serves all', () => {
    const accounts = [mira({ state: 'locked' }), tomas({ state: 'disconnected' })]
    expect(text(accounts, { a: MINUTE, b: MINUTE })).toBe('Locked')
  })

  it('says until when the API pauses, and forgets it after', () => {
    expect(text([mira({ state: 'rateLimited', until: now + 15 * MINUTE })], { a: MINUTE })).toBe(
      'Paused by the API until 14:05',
    )
    expect(text([mira({ state: 'rateLimited', until: now - 1 })], { a: MINUTE })).toBe('Updated 1 min ago')
  })

  it('says that an account with an error is not updating', () => {
    const health = { state: 'error', reason: 'server', nextTryAt: now, failures: 2 } as const
    expect(text([mira(health)], { a: 3 * MINUTE })).toBe('Not updating · 3 min old')
  })

  it('leaves out accounts that are off', () => {
    const accounts = [mira(), tomas({ state: 'signedOut' })]
    expect(text(accounts, { a: MINUTE }, ['b'])).toBe('Updated 1 min ago')
    expect(text(accounts, {}, ['a', 'b'])).toBe('All accounts are off')
  })

  it('promises nothing before the first read', () => {
    expect(text([], {})).toBe('Not updated yet')
    expect(text([mira()], {})).toBe('First update under way')
  })
})
