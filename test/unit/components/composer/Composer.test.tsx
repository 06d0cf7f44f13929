// @vitest-environment happy-dom
import { act, createEvent, fireEvent, screen, waitFor } from '@testing-library/react'
import Dexie from 'dexie'
import { describe, expect, it, vi } from 'vitest'
import { Thread } from '../../../../components/thread/Thread.tsx'
import { sendsOf } from '../../../../lib/store/queries/thread.ts'
import { makeDisk } from '../../../fixtures/makeDisk.ts'
import { type OpenThread, openThread } from '../thread/openThread.tsx'

const type = (box: HTMLTextAreaElement, value: string) => fireEvent.change(box, { target: { value } })
const enter = (box: HTMLTextAreaElement, change: object = {}) =>
  fireEvent.keyDown(box, { key: 'Enter', keyCode: 13, ...change })
const sent = async ({ db, conversation }: OpenThread) =>
  (await sendsOf(db, conversation.id)).map((send) => send.text)
const draft = async ({ db, conversation }: OpenThread) => (await db.drafts.get(conversation.id))?.text

describe('keys', () => {
  it('sends with Enter, empties the box with the bubble and keeps the focus', async () => {
    const page = await openThread()
    page.replyBox.focus()
    type(page.replyBox, 'See you then')
    enter(page.replyBox)
    await screen.findByText('See you then', { selector: 'article span' })
    expect(page.replyBox.value).toBe('')
    await waitFor(async () => expect(await sent(page)).toEqual(['See you then']))
    expect(document.activeElement).toBe(page.replyBox)
    await waitFor(() => expect(page.platform.calls.commands.map((call) => call.name)).toContain('drain'))
  })

  it('has an empty box for the key that comes after Enter, however slow the disk is', async () => {
    const page = await openThread()
    type(page.replyBox, 'See you then')
    enter(page.replyBox)
    fireEvent.keyDown(page.replyBox, { key: 'B', keyCode: 66 })
    expect(page.replyBox.value).toBe('')
    await waitFor(async () => expect(await sent(page)).toEqual(['See you then']))
  })

  it('has it empty, too, for what comes without a key', async () => {
    const page = await openThread()
    type(page.replyBox, 'See you then')
    enter(page.replyBox)
    page.replyBox.dispatchEvent(new Event('beforeinput'))
    expect(page.replyBox.value).toBe('')
    await waitFor(async () => expect(await sent(page)).toEqual(['See you then']))
  })

  it('leaves Shift+Enter to the box', async () => {
    const page = await openThread()
    type(page.replyBox, 'First line')
    const event = createEvent.keyDown(page.replyBox, { key: 'Enter', shiftKey: true })
    fireEvent(page.replyBox, event)
    expect(event.defaultPrevented).toBe(false)
    expect(page.replyBox.value).toBe('First line')
  })

  it('sends nothing while an input method composes, nor with the Enter that ends it', async () => {
    const page = await openThread()
    fireEvent.compositionStart(page.replyBox)
    type(page.replyBox, 'にほん')
    enter(page.replyBox, { isComposing: true })
    enter(page.replyBox, { keyCode: 229 })
    fireEvent.compositionEnd(page.replyBox)
    enter(page.replyBox)
    expect(page.replyBox.value).toBe('にほん')
    // The next Enter is a key of its own, and meant.
    await new Promise((resolve) => setTimeout(resolve))
    enter(page.replyBox)
    await waitFor(async () => expect(await sent(page)).toEqual(['にほん']))
  })

  it('sends once for two quick Enters, and nothing for spaces', async () => {
    const page = await openThread()
    type(page.replyBox, 'Once')
    enter(page.replyBox)
    enter(page.replyBox)
    type(page.replyBox, '  \n ')
    enter(page.replyBox)
    await waitFor(async () => expect(await sent(page)).toEqual(['Once']))
    expect(page.replyBox.value).toBe('  \n ')
  })
})

describe('draft', () => {
  it('is on disk a moment after typing', async () => {
    const page = await openThread()
    type(page.replyBox, 'Half a sent')
    await waitFor(async () => expect(await draft(page)).toBe('Half a sent'))
  })

  it('is saved at once when the box is left or the page hidden', async () => {
    const page = await openThread()
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    try {
      type(page.replyBox, 'one')
      fireEvent.blur(page.replyBox)
      vi.useRealTimers()
      await waitFor(async () => expect(await draft(page)).toBe('one'))
      type(page.replyBox, 'two')
      fireEvent(document, new Event('visibilitychange'))
      await waitFor(async () => expect(await draft(page)).toBe('two'))
    } finally {
      vi.useRealTimers()
    }
  })

  it('is restored whole', async () => {
    const page = await openThread({}, ({ db }, { id }) =>
      db.drafts.add({ conversationId: id, text: 'Dear Ada,\n\nshalom שלום', updatedAt: 1 }),
    )
    await waitFor(() => expect(page.replyBox.value).toBe('Dear Ada,\n\nshalom שלום'))
  })

  it('comes in from elsewhere, but never over what was just typed', async () => {
    const page = await openThread()
    const { db, conversation, replyBox } = page
    await db.drafts.put({ conversationId: conversation.id, text: 'from another window', updatedAt: 1 })
    await waitFor(() => expect(replyBox.value).toBe('from another window'))
    type(replyBox, 'typed here')
    await db.drafts.put({ conversationId: conversation.id, text: 'stale', updatedAt: 2 })
    expect(replyBox.value).toBe('typed here')
    await waitFor(async () => expect(await draft(page)).toBe('typed here'))
    expect(replyBox.value).toBe('typed here')
  })

  it('does not come back once it was sent', async () => {
    const page = await openThread()
    type(page.replyBox, 'Gone')
    await waitFor(async () => expect(await draft(page)).toBe('Gone'))
    type(page.replyBox, 'Gone now')
    enter(page.replyBox)
    await waitFor(async () => expect(await sent(page)).toEqual(['Gone now']))
    expect(await draft(page)).toBeUndefined()
    expect(page.replyBox.value).toBe('')
  })

  it('says that it cannot be kept on a full disk, until it can', async () => {
    const disk = makeDisk()
    const page = await openThread()
    disk.full = true
    type(page.replyBox, 'Half a')
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('Your reply is still here, but not kept')
    disk.full = false
    type(page.replyBox, 'Half a thought')
    await waitFor(async () => expect(await draft(page)).toBe('Half a thought'))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })

  it('that is on the screen is written down anew where the database is deleted under it', async () => {
    const page = await openThread()
    type(page.replyBox, 'Half a thought')
    await waitFor(async () => expect(await draft(page)).toBe('Half a thought'))
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    await Dexie.delete(page.db.name)
    await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Reply to/ })).toBeNull())
    await waitFor(async () => expect(await draft(page)).toBe('Half a thought'))
    // Once the conversation was fetched again, the text is back in its box.
    await page.db.conversations.add(page.conversation)
    const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Reply to/ })
    await waitFor(() => expect(box.value).toBe('Half a thought'))
  })

  it('stays with its conversation', async () => {
    const page = await openThread()
    type(page.replyBox, 'for Jonas')
    const other = { ...page.conversation, id: 'account-1/inbox/other', key: 'other', title: 'Ines Carvalho' }
    await page.db.conversations.add(other)
    page.show(<Thread conversationId={other.id} />)
    const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Reply to Ines Carvalho' })
    expect(box.value).toBe('')
    await waitFor(async () => expect(await draft(page)).toBe('for Jonas'))
  })
})

describe('sending', () => {
  it('gives the text back with an alert where the disk is full and no room can be made', async () => {
    const disk = makeDisk()
    const page = await openThread()
    type(page.replyBox, 'Precious')
    disk.full = true
    enter(page.replyBox)
    expect((await screen.findByRole('alert')).textContent).toBe(
      'The browser could not save this. Free some disk space, then try again. Your reply is still here.',
    )
    expect(page.replyBox.value).toBe('Precious')
    expect(await sent(page)).toEqual([])
    disk.full = false
    enter(page.replyBox)
    await waitFor(async () => expect(await sent(page)).toEqual(['Precious']))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('goes into the outbox of a full disk where room can be made', async () => {
    const disk = makeDisk()
    const page = await openThread()
    disk.full = true
    disk.onCompact = () => {
      disk.full = false
    }
    type(page.replyBox, 'Squeezed in')
    enter(page.replyBox)
    await waitFor(async () => expect(await sent(page)).toEqual(['Squeezed in']))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(page.replyBox.value).toBe('')
  })

  it('says on the button as whom and through what', async () => {
    await openThread({ channel: 'salesNav' })
    const button = screen.getByRole('button', { name: 'Send' })
    const description = () => document.getElementById(button.getAttribute('aria-describedby') ?? '')
    await waitFor(() => expect(description()?.textContent).toBe('as Mira Holm, Sales Navigator'))
  })

  it('warns of long texts and sends them all the same', async () => {
    const page = await openThread()
    type(page.replyBox, 'x'.repeat(8001))
    expect(screen.getByText('8,001 / 8,000')).toBeTruthy()
    enter(page.replyBox)
    await waitFor(async () => expect((await sent(page))[0]?.length).toBe(8001))
  })
})

describe('snippets', () => {
  it('are put in at the caret, by keyboard', async () => {
    const page = await openThread({}, ({ db }) =>
      db.snippets.bulkAdd([
        { id: 'b', name: 'Bye', text: 'Kind regards' },
        { id: 'a', name: 'Address', text: 'Kai 4' },
      ]),
    )
    type(page.replyBox, 'At , then')
    page.replyBox.setSelectionRange(3, 3)
    fireEvent.click(await screen.findByRole('button', { name: 'Snippets' }))
    const items = await screen.findAllByRole('menuitem')
    const menu = screen.getByRole('menu', { name: 'Snippets' })
    await waitFor(() => expect(document.activeElement).toBe(menu))
    for (const item of items) {
      fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'ArrowDown' })
      await waitFor(() => expect(document.activeElement).toBe(item))
    }
    fireEvent.click(items[0] as HTMLElement)
    await waitFor(() => expect(page.replyBox.value).toBe('At Kai 4, then'))
    expect(document.activeElement).toBe(page.replyBox)
    expect(screen.queryByRole('menu')).toBeNull()
  })

  it('have no button where there are none', async () => {
    await openThread()
    await act(async () => undefined)
    expect(screen.queryByRole('button', { name: 'Snippets' })).toBeNull()
  })
})
