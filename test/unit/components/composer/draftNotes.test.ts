// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { DraftKeeper } from '../../../../components/composer/DraftKeeper.ts'
import { forgetNotes, leaveNote, takeOverNotes } from '../../../../components/composer/draftNotes.ts'
import { Database } from '../../../../lib/store/database.ts'
import { getDraft } from '../../../../lib/store/intents/drafts.ts'
import { enqueueReply } from '../../../../lib/store/intents/replies.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { eventually } from '../../patience.ts'
import { runs } from '../../runs.ts'

const CONVERSATION = makeConversation()
const { id } = CONVERSATION

/** What becomes of what a page writes while it ends. */
const ENDS = ['is not written', 'is written, which nobody hears', 'is written'] as const
type End = (typeof ENDS)[number]

let made = 0
let clock = 0

beforeEach(() => {
  localStorage.clear()
  vi.spyOn(Date, 'now').mockImplementation(() => clock)
  return () => vi.restoreAllMocks()
})

/** A machine with one conversation, whose pages open and end. */
async function machine() {
  const name = `draft-notes-${++made}`
  const disk = new Database(name)
  await disk.conversations.add(CONVERSATION)
  const opened: Database[] = [disk]
  const close = () => {
    for (const db of opened) db.close()
  }
  async function open() {
    const db = new Database(name)
    opened.push(db)
    const keeper = new DraftKeeper(takeOverNotes(db), id, enqueueReply)
    keeper.open()
    await takeOverNotes(db)
    const shown = await onDisk()
    await eventually(() => expect(keeper.getState().text).toBe(shown))
    /** Ends it; the answer comes when what it still writes is written. */
    const end = async (how: End) => {
      const write = db.withRoom.bind(db)
      const never = new Promise<never>(() => undefined)
      let writing: Promise<unknown> = Promise.resolve()
      db.withRoom = (work) => {
        if (how === 'is not written') return never
        const written = write(work)
        writing = written
        return how === 'is written' ? written : written.then(() => never)
      }
      keeper.leave()
      if (how === 'is written') return keeper.flush()
      await new Promise((begun) => setTimeout(begun))
      await writing
    }
    return { keeper, end }
  }
  const onDisk = async () => (await getDraft(disk, id))?.text ?? ''
  const sent = async () =>
    (await disk.outbox.toArray()).flatMap((intent) => (intent.kind === 'send' ? [intent.text] : []))
  return { open, onDisk, sent, close, disk }
}

async function machineOfTest() {
  const machineThere = await machine()
  onTestFinished(machineThere.close)
  return machineThere
}

const step = fc.oneof(
  fc.constant({ kind: 'type' as const }),
  fc.constant({ kind: 'empty' as const }),
  fc.constant({ kind: 'save' as const }),
  fc.constant({ kind: 'hide' as const }),
  fc.constant({ kind: 'send' as const }),
  fc.record({ kind: fc.constant('end' as const), how: fc.constantFrom(...ENDS) }),
  fc.record({ kind: fc.constant('sendAndEnd' as const), how: fc.constantFrom(...ENDS) }),
)

it('however pages end, the next one shows what was typed last, and never what was sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      localStorage.clear()
      const { open, onDisk, sent, close } = await machine()
      try {
        let page = await open()
        let last = ''
        for (const [number, one] of [
          ...steps,
          { kind: 'end' as const, how: 'is not written' as const },
        ].entries()) {
          clock += 1_000
          const { keeper } = page
          if (one.kind === 'type' || one.kind === 'empty') {
            last = one.kind === 'type' ? `Text ${number}` : ''
            keeper.type(last)
          }
          if (one.kind === 'save') await keeper.flush()
          if (one.kind === 'hide') keeper.leave()
          if (one.kind === 'send' && (await keeper.send())) last = ''
          if (one.kind === 'sendAndEnd') void keeper.send()
          if (one.kind !== 'end' && one.kind !== 'sendAndEnd') continue
          await page.end(one.how)
          page = await open()
          expect(await sent()).not.toContain(await onDisk())
          if (one.kind === 'end') expect(await onDisk()).toBe(last)
          else last = await onDisk()
          await eventually(() => expect(Object.keys(localStorage)).toEqual([]))
        }
      } finally {
        close()
      }
    }),
    { numRuns: runs(30, 300) },
  )
}, 300_000)

it('what is typed before the draft was read goes behind it, once', async () => {
  const { open, onDisk, disk } = await machineOfTest()
  await disk.drafts.add({ conversationId: id, text: 'The long one', updatedAt: 1 })
  clock += 1_000
  leaveNote(id, { text: ' and more', typedAt: clock, behind: true })
  const noted = localStorage.getItem(`draft:${id}`) ?? ''
  const page = await open()
  expect(await onDisk()).toBe('The long one and more')
  await page.end('is not written')
  // As if that page had ended before it could take the note away.
  localStorage.setItem(`draft:${id}`, noted)
  await open()
  expect(await onDisk()).toBe('The long one and more')
})

it('a note does not take the place of a draft that was typed later', async () => {
  const { open, onDisk, disk } = await machineOfTest()
  await disk.drafts.add({ conversationId: id, text: 'Newer', updatedAt: 2_000 })
  leaveNote(id, { text: 'Older', typedAt: 1_000, behind: false })
  await open()
  expect(await onDisk()).toBe('Newer')
  expect(Object.keys(localStorage)).toEqual([])
})

it('what another page sends meanwhile is not brought back by the page that takes its note over', async () => {
  const { open, onDisk, sent, disk } = await machineOfTest()
  const { keeper } = await open()
  clock += 1_000
  keeper.type('Thursday at ten')
  keeper.leave()
  const other = takeOverNotes(disk)
  const sending = keeper.send()
  await Promise.all([other, sending])
  expect(await sent()).toEqual(['Thursday at ten'])
  expect(await onDisk()).toBe('')
  expect(Object.keys(localStorage)).toEqual([])
})

it('a note that cannot be written down yet stays for the next page', async () => {
  const { disk } = await machineOfTest()
  leaveNote(id, { text: 'Half a thought', typedAt: 1_000, behind: false })
  const full = new Database(disk.name)
  full.withRoom = () => Promise.reject(new DOMException('No room', 'QuotaExceededError'))
  await takeOverNotes(full)
  full.close()
  expect(Object.keys(localStorage)).toEqual([`draft:${id}`])
  await takeOverNotes(disk)
  expect((await getDraft(disk, id))?.text).toBe('Half a thought')
})

it('nothing is left of them once there is no inbox', () => {
  localStorage.setItem('theme', 'dark')
  leaveNote(id, { text: 'Half a thought', typedAt: 1_000, behind: false })
  forgetNotes()
  expect(Object.keys(localStorage)).toEqual(['theme'])
})
