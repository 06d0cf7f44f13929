import { describe, expect, it } from 'vitest'
import { background, failureOf, fetchOf, makeClient } from '../support/makeClient.ts'

const NOW = Date.parse('2026-02-25T07:10:00.000Z')
const MINUTE = 60_000
const page = { accountId: 'a1', count: 20 }

function limited(headers: Record<string, string>, body: unknown = { error: 'Too many' }) {
  const { api, seen } = makeClient('http://x', {
    fetch: fetchOf(body, { status: 429, headers }),
    now: () => NOW,
  })
  return failureOf(api.listConversations(page, background)).then((error) => ({ error, seen }))
}

describe('the end of a pause', () => {
  it.each<[string, Record<string, string>, unknown, number | null]>([
    ['ISO', { 'X-RateLimit-Reset': '2026-02-25T07:11:00.000Z' }, {}, NOW + MINUTE],
    ['ISO with a space', { 'X-RateLimit-Reset': '2026-02-25 07:11:00+00:00' }, {}, NOW + MINUTE],
    ['Unix seconds', { 'X-RateLimit-Reset': String(NOW / 1000 + 60) }, {}, NOW + MINUTE],
    ['Unix ms', { 'X-RateLimit-Reset': String(NOW + MINUTE) }, {}, NOW + MINUTE],
    ['seconds from now', { 'X-RateLimit-Reset': '60' }, {}, NOW + MINUTE],
    ['the unprefixed name', { 'RateLimit-Reset': '60' }, {}, NOW + MINUTE],
    ['Retry-After in seconds', { 'Retry-After': '90' }, {}, NOW + 90_000],
    ['Retry-After as a date', { 'Retry-After': 'Wed, 25 Feb 2026 07:12:00 GMT' }, {}, NOW + 2 * MINUTE],
    [
      'Retry-After as a point in time, in ms',
      { 'Retry-After': String(NOW + MINUTE), 'X-RateLimit-Action': 'MESSAGE' },
      {},
      NOW + MINUTE,
    ],
    [
      'holdUntil in the body',
      {},
      { holdUntil: '2026-02-26T06:00:00.000Z' },
      NOW + 22 * 60 * MINUTE + 50 * MINUTE,
    ],
    ['nothing', {}, {}, null],
    ['a reset that has passed', { 'X-RateLimit-Reset': '2026-02-25T07:00:00Z' }, {}, null],
    ['nonsense', { 'X-RateLimit-Reset': 'soon', 'Retry-After': 'later' }, { holdUntil: {} }, null],
    ['a reset days off', { 'X-RateLimit-Reset': '2026-03-01T00:00:00Z' }, {}, null],
    [
      'a reset days off for an action, for a day',
      { 'X-RateLimit-Reset': '2026-03-01T00:00:00Z', 'X-RateLimit-Action': 'MESSAGE' },
      {},
      NOW + 24 * 60 * MINUTE,
    ],
    ['a day at most', {}, { holdUntil: '9999-12-31T23:59:59Z' }, NOW + 24 * 60 * MINUTE],
    [
      'the latest of several',
      { 'X-RateLimit-Reset': '2026-02-25T07:11:00Z', 'Retry-After': '10' },
      { holdUntil: '2026-02-25T07:10:30Z' },
      NOW + MINUTE,
    ],
  ])('is read from %s', async (_, headers, body, expected) => {
    const { error } = await limited(headers, body)
    expect(error).toMatchObject({ kind: 'rateLimited', status: 429, retryAt: expected, notDelivered: true })
  })

  it('is moved to the local clock where the answer tells the server’s', async () => {
    const { error } = await limited({
      Date: 'Wed, 25 Feb 2026 09:00:00 GMT',
      'X-RateLimit-Reset': '2026-02-25T09:00:30Z',
    })
    expect(error.retryAt).toBe(NOW + 30_000)
  })
})

describe('rates on successes', () => {
  const ok = (headers: Record<string, string>) => {
    const { api, seen } = makeClient('http://x', {
      fetch: fetchOf({ conversations: [] }, { headers }),
      now: () => NOW,
    })
    return api.listConversations(page, background).then(() => seen.rates)
  }

  it('reach the budget', async () => {
    const headers = { 'X-RateLimit-Limit': '60', 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '20' }
    expect(await ok(headers)).toMatchObject([{ limit: 60, remaining: 0, resetAt: NOW + 20_000 }])
  })

  it('do not reach it where they are about one action, nor with a 429, which may be about one account', async () => {
    expect(await ok({ 'X-RateLimit-Remaining': '0', 'X-RateLimit-Action': 'CONNECT' })).toEqual([])
    expect((await limited({ 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '60' })).seen.rates).toEqual(
      [],
    )
  })
})
