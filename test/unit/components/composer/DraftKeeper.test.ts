// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { DraftKeeper } from '../../../../components/composer/DraftKeeper.ts'
import { Database } from '../../../../lib/store/database.ts'
import { getDraft } from '../../../../lib/store/intents/drafts.ts'
import { addFile, filesInBox } from '../../../../lib/store/intents/files.ts'
import { enqueueReply } from '../../../../lib/store/intents/replies.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'

let made = 0

/** A box over a conversation with a draft and a file on the disk, neither of which it has read yet. */
async function openOverDraft(stored = 'The long one') {
  made += 1
  const db = new Database(`draft-keeper-${made}`)
  const conversation = makeConversation()
  const { id } = conversation
  await db.conversations.add(conversation)
  if (stored !== '') await db.drafts.add({ conversationId: id, text: stored, updatedAt: 1 })
  await addFile(db, id, { name: 'offer.pdf', mediaType: 'application/pdf', byteSize: 3 }, 1)
  const open = () => {
    const keeper = new DraftKeeper(Promise.resolve(db), id, enqueueReply)
    keeper.open()
    return keeper
  }
  const onDisk = async () => (await getDraft(db, id))?.text
  const sent = async () =>
    (await db.outbox.toArray()).flatMap((intent) => (intent.kind === 'send' ? [intent.text] : []))
  const inBox = async () => (await filesInBox(db, id)).map(({ name }) => name)
  return { open, onDisk, sent, inBox }
}

it('what is sent before the draft was read goes alone: the draft and its files stay, and come into the box', async () => {
  const { open, onDisk, sent, inBox } = await openOverDraft()
  const keeper = open()
  keeper.type('Yes')
  expect(await keeper.send()).toMatchObject({ text: 'Yes' })
  await vi.waitFor(() => expect(keeper.getState().text).toBe('The long one'))
  expect(await sent()).toEqual(['Yes'])
  expect(await onDisk()).toBe('The long one')
  expect(await inBox()).toEqual(['offer.pdf'])
  // Now that it is seen, it goes out as any other, with its file.
  await keeper.send()
  expect(await sent()).toEqual(['Yes', 'The long one'])
  expect(await onDisk()).toBeUndefined()
  expect(await inBox()).toEqual([])
})

it('what is typed before the draft was read is put behind it, also where it is saved first', async () => {
  const { open, onDisk } = await openOverDraft()
  const keeper = open()
  keeper.type(' and more')
  await keeper.flush()
  expect(keeper.getState().text).toBe('The long one and more')
  expect(await onDisk()).toBe('The long one and more')
})

it('a box that is closed before the draft was read keeps both', async () => {
  const { open, onDisk } = await openOverDraft()
  const keeper = open()
  keeper.type(' and more')
  keeper.close()
  await vi.waitFor(async () => expect(await onDisk()).toBe('The long one and more'))
  expect(open().getState().text).toBe('')
})

it('a box that is typed in, emptied and left before the draft was read leaves it alone', async () => {
  const { open, onDisk } = await openOverDraft()
  const keeper = open()
  keeper.type('x')
  keeper.type('')
  await keeper.flush()
  expect(await onDisk()).toBe('The long one')
})

it('where there was no draft, what was typed and sent at once leaves none', async () => {
  const { open, onDisk, sent } = await openOverDraft('')
  const keeper = open()
  keeper.type('Yes')
  void keeper.flush()
  await keeper.send()
  await keeper.flush()
  expect(await sent()).toEqual(['Yes'])
  expect(await onDisk()).toBeUndefined()
  expect(keeper.getState().text).toBe('')
})
