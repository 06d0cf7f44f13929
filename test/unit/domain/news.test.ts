import { expect, test } from 'vitest'
import { NEWS, newsBetween } from '../../../lib/domain/news.ts'

const heard = (had: string, has: string) => newsBetween(had, has).map(({ version }) => version)

test('an update brings the news of the versions it steps over, and of none to come', () => {
  const all = NEWS.map(({ version }) => version)
  const [newest = ''] = all
  const [major = 0, minor = 0] = newest.split('.').map(Number)
  expect(heard('0.0.9', newest)).toEqual(all)
  expect(heard('0.0', `${newest}.3`)).toEqual(all)
  expect(heard(`${newest}.0`, `${major}.${minor + 1}.0`)).toEqual([])
  expect(heard('0.0.1', '0.0.2')).toEqual([])
})

test('a correction, a reload and a step back have no news', () => {
  for (const { version } of NEWS) {
    expect(heard(`${version}.0`, `${version}.1`)).toEqual([])
    expect(heard(version, version)).toEqual([])
    expect(heard(version, '0.0.9')).toEqual([])
  }
})

test('versions are compared as numbers', () => {
  expect(heard('0.0.9', '0.10.0')).toContain('0.1')
  expect(heard('0.10.0', '0.11.0')).not.toContain('0.1')
  expect(heard('0.9.9', '1.0.0')).not.toContain('0.1')
})

test('what is told is short, newest first, each version once', () => {
  const order = NEWS.map(({ version }) => version.split('.').map(Number))
  const sorted = order.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => c - a || d - b)
  expect(order).toEqual(sorted)
  expect(new Set(NEWS.map(({ version }) => version)).size).toBe(NEWS.length)
  for (const { lines } of NEWS) expect(lines.length).toBeLessThanOrEqual(5)
})
