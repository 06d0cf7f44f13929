import { expect, test } from 'vitest'
import { inOneGo } from '../../../lib/domain/inOneGo.ts'

test('what is given during a run goes on in the next one, all of it together and in order', async () => {
  const runs: number[][] = []
  const ends: (() => void)[] = []
  const hand = inOneGo<number>((all) => {
    runs.push(all)
    return new Promise((resolve) => ends.push(resolve))
  })
  const first = hand(1)
  const others = Promise.all([hand(2), hand(3)])
  expect(runs).toEqual([[1]])
  ends[0]?.()
  await first
  await expect.poll(() => runs).toEqual([[1], [2, 3]])
  ends[1]?.()
  await others
  const last = hand(4)
  await expect.poll(() => runs).toEqual([[1], [2, 3], [4]])
  ends[2]?.()
  await last
})

test('a run that fails costs what comes after it nothing', async () => {
  const runs: number[][] = []
  const hand = inOneGo<number>(async (all) => {
    runs.push(all)
    if (runs.length === 1) throw new Error('full')
  })
  const [first, second] = await Promise.allSettled([hand(1), hand(2)])
  expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled'])
  expect(runs).toEqual([[1], [2]])
})
