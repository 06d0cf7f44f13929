import { describe, expect, it } from 'vitest'
import { waitUntil, withDeadline } from '../../e2e/harness/waitUntil.ts'

describe('waitUntil', () => {
  it('returns the first truthy answer, taking errors for "not yet"', async () => {
    let looks = 0
    const look = () => {
      looks++
      if (looks === 1) throw new Error('not there')
      return looks > 2 ? `look ${looks}` : undefined
    }
    await expect(waitUntil(look, { interval: 1 })).resolves.toBe('look 3')
  })

  it('names what it waited for and what it saw last', async () => {
    const look = () => {
      throw new Error('no such row')
    }
    const waiting = waitUntil(look, { timeout: 5, interval: 1, what: 'the row' })
    await expect(waiting).rejects.toThrow(/for the row; last seen: no such row/)
  })
})

describe('withDeadline', () => {
  it('passes a timely answer on', async () => {
    await expect(withDeadline(Promise.resolve(7), 1000, 'it')).resolves.toBe(7)
  })

  it('gives up on what never answers', async () => {
    await expect(withDeadline(new Promise(() => undefined), 5, 'the worker')).rejects.toThrow(/the worker/)
  })
})
