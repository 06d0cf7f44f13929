import { describe, expect, it } from 'vitest'
import { SCRIPTS } from '../../sandbox/scripts/library'
import { makeWorld, type WorldOptions } from '../../sandbox/world/makeWorld'
import { NOW } from './client'

const told = (options: WorldOptions): unknown => {
  const world = makeWorld({ now: NOW, ...options })
  return world.conversations().map(({ thread, ...rest }) => ({ ...rest, messages: thread.all() }))
}

describe('the made-up world', () => {
  it('is the same for the same seed and another for another', () => {
    expect(told({ seed: 7, conversations: 40 })).toEqual(told({ seed: 7, conversations: 40 }))
    expect(told({ seed: 7, conversations: 40 })).not.toEqual(told({ seed: 8, conversations: 40 }))
  })

  it('does not depend on the order in which threads are read', () => {
    const forward = makeWorld({ now: NOW, conversations: 20 })
    const backward = makeWorld({ now: NOW, conversations: 20 })
    const texts = (c: { key: string; thread: { all(): { key: string }[] } }) => [
      c.key,
      c.thread.all().map((m) => m.key),
    ]
    expect(forward.conversations().map(texts)).toEqual(
      backward.conversations().reverse().map(texts).reverse(),
    )
  })

  it('has identifiers of the documented shapes', () => {
    const world = makeWorld({ now: NOW, conversations: 30 })
    for (const account of world.accounts) {
      expect(account.id).toMatch(/^[0-9a-f]{24}$/)
      expect(account.profileId).toMatch(/^ACoAA[\w-]{34}$/)
    }
    for (const c of world.conversations()) {
      expect(atob(c.key.slice(2))).toMatch(/^[0-9a-f-]{36}_100$/)
      for (const m of c.thread.all())
        expect(atob(m.key.slice(2))).toMatch(new RegExp(`^${m.sentAt}b\\d{5}-100$`))
    }
  })

  it('keeps every thread in order, without two messages at one moment, from the last two years', () => {
    const world = makeWorld({ now: NOW, conversations: 60, messagesPerConversation: (i) => 1 + i * 5 })
    world.conversations().forEach((c) => {
      const times = c.thread.all().map((m) => m.sentAt)
      expect(times[0]).toBe(c.lastActivityAt)
      expect(times.every((t, i) => i === 0 || t < (times[i - 1] ?? 0))).toBe(true)
      expect(NOW - (times.at(-1) ?? 0)).toBeLessThan(2.2 * 365 * 86_400_000)
    })
  })

  it('ends unread threads with messages of the other side, as many as are unread', () => {
    const world = makeWorld({ now: NOW, conversations: 80, unread: 20 })
    const unread = world.conversations().filter((c) => c.unreadCount > 0)
    expect(unread).toHaveLength(20)
    for (const c of unread) {
      const newest = c.thread.all().slice(0, c.unreadCount)
      expect(newest.every((m) => m.sender !== 'owner')).toBe(true)
    }
  })

  it('leaves no slot of a script unfilled', () => {
    const world = makeWorld({ now: NOW, conversations: 300, accounts: 3 })
    const texts = world.conversations().flatMap((c) => c.thread.all().map((m) => m.text))
    expect(texts.filter((t) => /[{}]|undefined/.test(t))).toEqual([])
    expect(SCRIPTS.flatMap((s) => s.lines).length).toBeGreaterThan(200)
  })

  it('makes 2,000 conversations of 100 messages in well under a second', () => {
    const before = performance.now()
    const world = makeWorld({ now: NOW, conversations: 2000, messagesPerConversation: 100 })
    expect(world.conversations()).toHaveLength(2000)
    expect(performance.now() - before).toBeLessThan(1500)
  })

  it('shares conversations out as asked', () => {
    const accounts = [
      { name: 'Ada Vale', conversations: 3 },
      { name: 'Bo Quist', conversations: 9, salesNavigator: true },
    ]
    const world = makeWorld({ now: NOW, accounts })
    expect(world.accounts.map((a) => world.conversations(a.id).length)).toEqual([3, 9])
  })
})
