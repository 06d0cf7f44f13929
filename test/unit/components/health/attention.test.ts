import { expect, it } from 'vitest'
import { attention } from '../../../../components/health/attention.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'

const quiet = { accounts: [makeAccount()], reachesNone: false, hostAccess: true, problem: null, stranded: 0 }

it('says nothing while all is well', () => {
  expect(attention(quiet)).toEqual([])
})

it('tells a rejected key once, however many accounts it serves', () => {
  const accounts = [1, 2, 3].map(() => makeAccount({ health: { state: 'signedOut' } }))
  expect(attention({ ...quiet, accounts })).toMatchObject([{ kind: 'keyRejected', remedy: 'openSettings' }])
})

it('names whom a rejected key or a missing subscription concerns, where it is not all', () => {
  const accounts = [
    makeAccount({ name: 'Mira', health: { state: 'signedOut' } }),
    makeAccount({ name: 'Tomas' }),
  ]
  expect(attention({ ...quiet, accounts })[0]?.text).toMatch(/^Mira: The API key was rejected/)
  const unpaid = [
    makeAccount({ name: 'Mira' }),
    makeAccount({ name: 'Tomas', health: { state: 'subscriptionNeeded', reason: '' } }),
  ]
  expect(attention({ ...quiet, accounts: unpaid })[0]?.text).toMatch(/^Tomas: The trial or subscription/)
  expect(attention({ ...quiet, accounts: unpaid.slice(1) })[0]?.text).toMatch(/^The trial or subscription/)
})

it('tells each account’s own trouble, with its own way out', () => {
  const accounts = [
    makeAccount({ name: 'Mira', health: { state: 'disconnected' } }),
    makeAccount({ name: 'Tomas', health: { state: 'subscriptionNeeded', reason: '' } }),
    makeAccount({ name: 'Ada', health: { state: 'signedOut' } }),
    makeAccount({ name: 'Bo', health: { state: 'offline' } }),
  ]
  expect(attention({ ...quiet, accounts }).map(({ text, remedy }) => [text.split(':')[0], remedy])).toEqual([
    ['Ada', 'openSettings'],
    ['Tomas', 'renew'],
    ['Mira', 'reconnect'],
  ])
})

it('tells where to connect an account, where the key reaches none', () => {
  const none = { ...quiet, accounts: [], reachesNone: true }
  const [only] = attention(none)
  expect(only?.remedy).toBe('renew')
  expect(only?.text).toMatch(/reaches no LinkedIn account yet\. Connect one/)
  expect(attention({ ...none, reachesNone: false })).toEqual([])
})

it('tells of replies that no thread shows, and where they are', () => {
  const [one] = attention({ ...quiet, stranded: 1 })
  expect(one).toMatchObject({ kind: 'accountGone', remedy: 'openSettings' })
  expect(one?.text).toMatch(/^A reply was not sent: .*kept in the settings\.$/)
  expect(attention({ ...quiet, stranded: 3 })[0]?.text).toMatch(/^3 replies were not sent/)
})

it('asks for access only, where missing access explains the rest', () => {
  const accounts = [makeAccount({ health: { state: 'signedOut' } })]
  expect(attention({ ...quiet, accounts, hostAccess: false })).toMatchObject([{ remedy: 'allowAccess' }])
})

it('names the accounts that LinkedIn signed out', () => {
  const accounts = [makeAccount({ name: 'Mira', health: { state: 'disconnected' } }), makeAccount()]
  expect(attention({ ...quiet, accounts })[0]?.text).toMatch(/^Mira: /)
})

it('passes on why the API wants a subscription', () => {
  const accounts = [makeAccount({ health: { state: 'subscriptionNeeded', reason: 'Trial expired' } })]
  expect(attention({ ...quiet, accounts })[0]?.text).toContain('Trial expired')
})
