import { describe, expect, it } from 'vitest'
import type { RateSpelling } from '../../sandbox/options'
import { call, NOW, started } from './client'

describe('the rate limit', () => {
  it('allows 60 calls a minute by default, tells what is left and forgives with time', async () => {
    let now = NOW
    const sandbox = await started({ rateLimit: {}, clock: () => now })
    const ask = () => call(sandbox, 'GET', '/accounts')
    const first = await ask()
    expect(first.headers.get('x-ratelimit-limit')).toBe('60')
    expect(first.headers.get('x-ratelimit-remaining')).toBe('59')
    for (let i = 1; i < 60; i++) expect((await ask()).status).toBe(200)
    const refused = await ask()
    expect(refused.status).toBe(429)
    expect(refused.headers.get('x-ratelimit-reset')).toBe(new Date(NOW + 60_000).toISOString())
    now += 60_001
    expect((await ask()).status).toBe(200)
  })

  it('has a burst limit of its own', async () => {
    let now = NOW
    const sandbox = await started({ rateLimit: { perMinute: 1000, burst: 3 }, clock: () => now })
    const ask = async () => (await call(sandbox, 'GET', '/accounts')).status
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([200, 200, 200, 429])
    now += 10_001
    expect(await ask()).toBe(200)
  })

  it.each<[RateSpelling, RegExp | null, string | null]>([
    ['iso', /Z$/, '60'],
    ['seconds', /^\d{10}$/, null],
    ['retry-after', null, '60'],
  ])('spells a refusal as %s', async (spelling, reset, retryAfter) => {
    const sandbox = await started({ rateLimit: { perMinute: 1, spelling }, clock: () => NOW })
    await call(sandbox, 'GET', '/accounts')
    const { headers } = await call(sandbox, 'GET', '/accounts')
    expect(headers.get('x-ratelimit-reset')).toEqual(reset ? expect.stringMatching(reset) : null)
    expect(headers.get('retry-after')).toBe(retryAfter)
  })

  it('can be off, and does not concern the control endpoint or health', async () => {
    const off = await started()
    expect((await call(off, 'GET', '/accounts')).headers.get('x-ratelimit-limit')).toBeNull()
    const on = await started({ rateLimit: { perMinute: 1 } })
    const root = on.baseUrl.replace('/linkedin', '')
    for (const path of ['/health', '/__control/world', '/health'])
      expect((await fetch(root + path)).status).toBe(200)
  })
})
