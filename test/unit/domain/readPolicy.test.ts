import { expect, test } from 'vitest'
import { NO_POLICY } from '../../../lib/domain/policy.ts'
import { policyNames } from '../../../lib/domain/policyNames.ts'
import { readPolicy } from '../../../lib/domain/readPolicy.ts'
import schema from '../../../public/managed_schema.json'

const BUILT_FOR = 'https://api.example.com/linkedin'
const read = (managed: Record<string, unknown>) => readPolicy(managed, BUILT_FOR)

/** One good value of each setting. */
const GOOD = {
  apiBaseUrl: 'https://api.example.com/team/linkedin/',
  allowedAccounts: ['Mira Example', ' 66f '],
  keepMonthsAtMost: 12,
  keepMegabytesAtMost: 500,
  keyKeeping: 'passphrase',
  lockAfterMinutesAtMost: 30,
  featuresOff: ['attachments', 'export', 'sample', 'scheduling', 'sync'],
}

test('nothing written decides nothing', () => {
  expect(read({})).toEqual(NO_POLICY)
})

test('each setting that the schema describes is read, and no other', () => {
  expect(Object.keys(schema.properties).toSorted()).toEqual(Object.keys(GOOD).toSorted())
  const policy = read(GOOD)
  expect(policy).toEqual({
    accounts: ['Mira Example', '66f'],
    barred: [],
    keepMonths: 12,
    keepMegabytes: 500,
    keyKeeping: 'passphrase',
    lockMinutes: 30,
    apiBaseUrl: 'https://api.example.com/team/linkedin',
    featuresOff: GOOD.featuresOff,
    ignored: [],
  })
  expect(policyNames(policy).toSorted()).toEqual(Object.keys(GOOD).toSorted())
})

test('the schema is of types alone: browsers drop what breaks it, unseen, and all of a list for one word', () => {
  expect(JSON.stringify(schema)).not.toMatch(/"(enum|minimum|maximum|required)"/)
  for (const word of ['memory', 'passphrase']) {
    expect(schema.properties.keyKeeping.description).toContain(word)
    expect(read({ keyKeeping: word }).ignored).toEqual([])
  }
  for (const word of GOOD.featuresOff) expect(schema.properties.featuresOff.description).toContain(word)
})

test.each([
  ['keepMonthsAtMost', 1, 1200],
  ['keepMegabytesAtMost', 10, 1_000_000],
  ['lockAfterMinutesAtMost', 1, 1440],
] as const)('%s is from %i to %i', (name, least, most) => {
  expect(schema.properties[name].description).toContain(`${least} to ${most}.`)
  for (const value of [least, most]) expect(read({ [name]: value }).ignored).toEqual([])
  for (const value of [least - 1, most + 1]) expect(read({ [name]: value }).ignored).toEqual([name])
})

test.each<[string, unknown]>([
  ['allowedAccounts', 'Mira'],
  ['allowedAccounts', []],
  ['allowedAccounts', [7, '  ']],
  ['keepMonthsAtMost', '12'],
  ['keepMonthsAtMost', 1.5],
  ['keepMegabytesAtMost', null],
  ['keyKeeping', 'stored'],
  ['lockAfterMinutesAtMost', Number.NaN],
  ['featuresOff', ['everything']],
  ['featuresOff', { 0: 'sync' }],
  ['apiBaseUrl', 'https://gateway.example.com/linkedin'],
  ['apiBaseUrl', 'http://api.example.com/linkedin'],
  ['apiBaseUrl', 'https://api.example.com:8443/linkedin'],
  ['apiBaseUrl', 'https://user:secret@api.example.com/linkedin'],
  ['apiBaseUrl', 'https://api.example.com/linkedin?to=elsewhere'],
  ['apiBaseUrl', 'linkedin'],
  ['keepMonths', 12],
  ['constructor', 12],
])('%s: %j decides nothing and is named', (name, value) => {
  expect(read({ [name]: value })).toEqual({ ...NO_POLICY, ignored: [name] })
})

test('one bad value leaves the others in force; of lists, what is good holds', () => {
  expect(read({ ...GOOD, keyKeeping: 7, featuresOff: ['sync', 'tea'], another: true })).toMatchObject({
    keepMonths: 12,
    keyKeeping: 'any',
    featuresOff: ['sync'],
    ignored: ['another', 'featuresOff', 'keyKeeping'],
  })
})
