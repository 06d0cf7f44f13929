import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deleteLabel, saveLabel } from '../../../../lib/store/intents/labels.ts'
import { saveSetting } from '../../../../lib/store/intents/settings.ts'
import { deleteSnippet, saveSnippet } from '../../../../lib/store/intents/userMade.ts'
import { runs } from '../../runs.ts'
import { joined, type Machine, makeMachine, settle } from './machines.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

const SUBJECTS = ['label', 'snippet', 'long', 'setting'] as const
type Subject = (typeof SUBJECTS)[number]

const machine = fc.nat({ max: 2 })
const subject = fc.constantFrom(...SUBJECTS)
/** Which items a browser gets to: about half of them, and which half. */
const portion = fc.constantFrom('all', 'even', 'odd')
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('edit' as const),
      machine,
      subject,
      size: fc.nat({ max: 20_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('delete' as const), machine, subject }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('exchange' as const), machine, meanwhile: fc.option(portion) }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('sync' as const), machine, portion }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function inPortion(portion: string): (key: string) => boolean {
  if (portion === 'all') return () => true
  return (key) => (key.charCodeAt(key.length - 1) % 2 === 0) === (portion === 'even')
}

function edit({ db }: Machine, what: Subject, words: string, size: number): Promise<void> {
  if (what === 'label') return saveLabel(db, { id: 'l', name: words, hue: 1 })
  if (what === 'snippet') return saveSnippet(db, { id: 's', name: 'Short', text: words })
  if (what === 'long')
    return saveSnippet(db, { id: 'long', name: 'Long', text: `${words} ${'é<😀'.repeat(size / 4)}` })
  return saveSetting(db, 'undoSeconds', Number(words))
}

async function remove({ db }: Machine, what: Subject): Promise<void> {
  const label = what === 'label' ? await db.labels.get('l') : undefined
  if (label) await deleteLabel(db, label)
  if (what === 'snippet') await deleteSnippet(db, 's')
  if (what === 'long') await deleteSnippet(db, 'long')
}

/** @returns for each subject the words of its last change, null where that deleted it */
async function live(machines: readonly Machine[], steps: readonly Step[], ahead: readonly number[] = []) {
  const last = new Map<Subject, string | null>()
  for (const [index, each] of steps.entries()) {
    const here = machines[each.machine]
    if (!here) continue
    vi.setSystemTime(2_000_000 + index * 1_000 + (ahead[each.machine] ?? 0))
    if (each.does === 'edit') {
      await edit(here, each.subject, String(index), each.size)
      last.set(each.subject, String(index))
    } else if (each.does === 'delete') {
      const was = await wordsOf(here)
      await remove(here, each.subject)
      if (each.subject !== 'setting' && was[each.subject] !== null) last.set(each.subject, null)
    } else if (each.does === 'sync') here.sync(inPortion(each.portion))
    else await here.exchange(() => each.meanwhile && here.sync(inPortion(each.meanwhile)))
  }
  return last
}

async function wordsOf(machine: Machine): Promise<Record<Subject, string | null>> {
  const { labels, snippets, undoSeconds } = await machine.made()
  const textOf = (id: string) => snippets.find((one) => one.id === id)?.text.split(' ')[0] ?? null
  return {
    label: labels[0]?.name ?? null,
    snippet: textOf('s'),
    long: textOf('long'),
    setting: undoSeconds === undefined ? null : String(undoSeconds),
  }
}

test('however edits, deletions, exchanges and the browser’s sync interleave, all end the same: as the newest change says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
      const cloud = new Map()
      const machines = [0, 1, 2].map(() => makeMachine(cloud))
      await joined(machines)
      const last = await live(machines, steps)
      await settle(machines)
      const [first, ...others] = await Promise.all(machines.map((each) => each.made()))
      for (const other of others) expect(other).toEqual(first)
      const words = await wordsOf(machines[0] as Machine)
      for (const [what, said] of last) expect(words[what], what).toBe(said)
    }),
    { numRuns: runs(60, 1_000) },
  )
})

test('with clocks that are hours apart, all end the same, and what is changed after that wins', async () => {
  const ahead = fc.array(fc.integer({ min: -9e6, max: 9e6 }), { minLength: 3, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), ahead, machine, async (steps, clocks, editor) => {
      const cloud = new Map()
      const machines = [0, 1, 2].map(() => makeMachine(cloud))
      await joined(machines)
      await live(machines, steps, clocks)
      await settle(machines)
      vi.setSystemTime(3_000_000 + (clocks[editor] ?? 0))
      for (const what of SUBJECTS) await edit(machines[editor] as Machine, what, '77', 9)
      await settle(machines)
      const made = await Promise.all(machines.map((each) => each.made()))
      for (const other of made) expect(other).toEqual(made[0])
      expect(await wordsOf(machines[0] as Machine)).toEqual({
        label: '77',
        snippet: '77',
        long: '77',
        setting: '77',
      })
    }),
    { numRuns: runs(25, 500) },
  )
})
