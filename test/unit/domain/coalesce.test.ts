import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coalesce } from '../../../lib/domain/coalesce.ts'

/** A run that ends when told to, and a record of how runs went. */
function makeRun() {
  const ends: { resolve: () => void; reject: (reason: Error) => void }[] = []
  const record = { started: 0, running: 0, most: 0 }
  const run = coalesce(async () => {
    record.started += 1
    record.running += 1
    record.most = Math.max(record.most, record.running)
    try {
      await new Promise<void>((resolve, reject) => ends.push({ resolve, reject }))
    } finally {
      record.running -= 1
    }
  })
  return { run, record, ends }
}
const settled = () => new Promise((done) => setTimeout(done))

test('calls during a run cause exactly one more run, which begins after the first has ended', async () => {
  const { run, record, ends } = makeRun()
  const first = run()
  const others = [run(), run(), run()]
  await settled()
  expect(record.started).toBe(1)
  ends[0]?.resolve()
  await first
  await settled()
  expect(record.started).toBe(2)
  ends[1]?.resolve()
  await Promise.all(others)
  await settled()
  expect(record).toMatchObject({ started: 2, most: 1 })
})

test('who calls in the moment a run has ended does not start a second one beside the one that waits', async () => {
  const { run, record, ends } = makeRun()
  const third = run().then(() => run())
  const second = run()
  ends[0]?.resolve()
  await settled()
  expect(record).toMatchObject({ started: 2, running: 1 })
  ends[1]?.resolve()
  await Promise.all([second, third])
  expect(record.most).toBe(1)
})

test('a run that fails tells only those it was for, and the next one goes on', async () => {
  const { run, record, ends } = makeRun()
  const first = run()
  const second = run()
  ends[0]?.reject(new Error('Broken'))
  await expect(first).rejects.toThrow('Broken')
  await settled()
  ends[1]?.reject(new Error('Broken again'))
  await expect(second).rejects.toThrow('Broken again')
  const third = run()
  ends[2]?.resolve()
  await expect(third).resolves.toBeUndefined()
  expect(record).toMatchObject({ started: 3, most: 1 })
})

test('whoever calls whenever: runs never overlap, and each call is served by a run that began after it', async () => {
  const plan = fc.array(fc.record({ after: fc.nat(6), fails: fc.boolean() }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(plan, fc.array(fc.nat(4), { minLength: 1 }), async (calls, lengths) => {
      const ticks = async (n: number) => {
        for (let i = 0; i < n; i++) await Promise.resolve()
      }
      let started = 0
      let running = 0
      const run = coalesce(async () => {
        const index = started++
        expect(++running).toBe(1)
        await ticks(lengths[index % lengths.length] ?? 1)
        running--
        if (calls[index]?.fails) throw new Error('Broken')
      })
      const served: Promise<void>[] = []
      for (const { after } of calls) {
        await ticks(after)
        const before = started
        const call = run().catch((error: Error) => expect(error.message).toBe('Broken'))
        served.push(call.then(() => expect(started).toBeGreaterThan(before)))
      }
      await Promise.all(served)
      expect(started).toBeLessThanOrEqual(calls.length)
    }),
  )
})
