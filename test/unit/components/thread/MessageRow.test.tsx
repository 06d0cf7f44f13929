// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { MessageRow } from '../../../../components/thread/MessageRow.tsx'
import type { SendIntent } from '../../../../lib/domain/intent.ts'
import type { Message } from '../../../../lib/domain/message.ts'
import { timelineOf } from '../../../../lib/domain/timeline.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'
import { preparePage } from '../renderPage.tsx'
import { makeSend } from './makeSend.ts'

const conversationId = 'account-1/inbox/thread'
const NOON = new Date(2026, 0, 5, 14, 5).getTime()

interface Entry {
  message?: Partial<Message>
  /** Copies of the message that stand above it. */
  copies?: number
  send?: Partial<SendIntent>
}

async function showRow(entry: Entry, behind = false) {
  const page = preparePage()
  const copies = Array.from({ length: entry.copies ?? 0 }, (_, at) =>
    makeMessage({ conversationId, sentAt: NOON - 1 - at, own: true, copyOf: 'intent-1' }),
  )
  const messages = entry.message
    ? [...copies, makeMessage({ conversationId, sentAt: NOON, ...entry.message })]
    : []
  const sends = entry.send ? [makeSend({ conversationId, createdAt: NOON, ...entry.send })] : []
  await page.db.outbox.bulkAdd(sends)
  const item = timelineOf({ messages, sends, spans: [], before: null }).at(-1)
  if (!item) throw new Error('Nothing to show')
  const onEdit = vi.fn()
  page.show(
    <MessageRow
      item={item}
      conversationId={conversationId}
      otherName="Jonas Weber"
      behind={behind}
      found={false}
      onEdit={onEdit}
    />,
  )
  return { ...page, onEdit, send: sends[0], article: screen.getByRole('article') }
}

const buttons = (article: HTMLElement) =>
  within(article)
    .queryAllByRole('button')
    .map((button) => button.textContent)

describe('a message', () => {
  it('tells sender, time and text, in this order', async () => {
    const { article } = await showRow({ message: { text: 'Sounds good', senderName: null } })
    expect(article.textContent).toMatch(/Jonas Weber, 14:05.*Sounds good/)
  })

  it('calls the own side "You" and says that it was sent', async () => {
    const { article } = await showRow({ message: { own: true, text: 'Sounds good' } })
    expect(article.textContent).toMatch(/You, 14:05.*Sounds good/)
    expect(within(article).getByText('Sent')).toBeTruthy()
  })

  it.each([
    [1, 'in the conversation twice. You can delete one of the two on LinkedIn'],
    [2, 'in the conversation 3 times'],
  ])('of ours that was delivered more often (%i copies) says so', async (copies, told) => {
    const { article } = await showRow({ copies, message: { own: true, intentId: 'intent-1' } })
    expect(article.textContent).toContain(told)
    expect(within(article).getByText('Sent')).toBeTruthy()
  })

  it('links what is a link, safely, and leaves the rest text', async () => {
    const { article } = await showRow({
      message: { text: '<b>hi</b> https://example.com/a. javascript:alert(1)' },
    })
    const link = within(article).getByRole('link')
    expect(link.getAttribute('href')).toBe('https://example.com/a')
    expect(link.getAttribute('rel')).toContain('noopener')
    expect(article.querySelector('b')).toBeNull()
    expect(article.textContent).toContain('<b>hi</b> https://example.com/a. javascript:alert(1)')
  })

  it('shows where a misleading link leads', async () => {
    const { article } = await showRow({ message: { text: 'https://linkedin.com@evil.example/x' } })
    expect(article.textContent).toContain('leads to evil.example')
  })

  it('shows a text of a megabyte bit by bit, and any other whole', async () => {
    const { article } = await showRow({ message: { text: `${'word '.repeat(200_000)}end` } })
    const shown = () => article.textContent?.length ?? 0
    const before = shown()
    expect(before).toBeLessThan(11_000)
    fireEvent.click(within(article).getByRole('button', { name: 'Show more' }))
    expect(shown()).toBeGreaterThan(before + 5_000)
    cleanup()
    const usual = await showRow({ message: { text: `${'word '.repeat(1_500)}end` } })
    expect(usual.article.textContent).toContain('word end')
    expect(within(usual.article).queryByRole('button')).toBeNull()
  })

  it('writes out what a file name hides', async () => {
    const attachment = { name: 'invoice\u202Efdp.exe', mediaType: null, byteSize: null, url: null }
    const { article } = await showRow({ message: { attachments: [attachment], hasAttachment: true } })
    expect(article.textContent).toContain('invoice%E2%80%AEfdp.exe')
  })

  it('says what was sent along, even where only that something was is known', async () => {
    const attachment = { name: 'Deck.pdf', mediaType: 'application/pdf', byteSize: 1_240_000, url: null }
    const { article } = await showRow({ message: { attachments: [attachment], hasAttachment: true } })
    expect(article.textContent).toContain('Deck.pdfPDF · 1.2 MB')
  })

  it('names a nameless attachment', async () => {
    const { article } = await showRow({ message: { text: '', hasAttachment: true } })
    expect(within(article).getByText('Attachment')).toBeTruthy()
  })
})

describe('a reply', () => {
  it.each([
    ['queued', 'Sending'],
    ['sending', 'Sending'],
    ['sent', 'Sent'],
  ] as const)('that is %s says "%s" and needs nobody', async (state, label) => {
    const { article } = await showRow({ send: { state, createdAt: Date.now() } })
    expect(within(article).getByText(label)).toBeTruthy()
    expect(buttons(article)).toEqual([])
  })

  it('that is held says "Sending" and can be taken back', async () => {
    const { article, onEdit, send } = await showRow({ send: { state: 'held', createdAt: Date.now() } })
    expect(within(article).getByText('Sending')).toBeTruthy()
    expect(buttons(article)).toEqual(['Undo'])
    fireEvent.click(within(article).getByRole('button', { name: 'Undo' }))
    expect(onEdit).toHaveBeenCalledWith(send?.id)
  })

  it('that failed gives the reason and three ways on', async () => {
    const { article, onEdit, send, db, platform } = await showRow({
      send: { state: 'failed', error: { kind: 'refused', text: 'You are not connected.' } },
    })
    expect(within(article).getByText('Failed')).toBeTruthy()
    expect(within(article).getByText('You are not connected.')).toBeTruthy()
    expect(buttons(article)).toEqual(['Edit', 'Send again', 'Discard'])
    fireEvent.click(within(article).getByRole('button', { name: 'Edit' }))
    expect(onEdit).toHaveBeenCalledWith(send?.id)
    fireEvent.click(within(article).getByRole('button', { name: 'Send again' }))
    await waitFor(async () => expect(await db.outbox.get(send?.id ?? '')).toMatchObject({ state: 'queued' }))
    await waitFor(() => expect(platform.calls.commands.map((call) => call.name)).toContain('drain'))
  })

  it('that failed can be discarded', async () => {
    const { article, db } = await showRow({ send: { state: 'failed' } })
    fireEvent.click(within(article).getByRole('button', { name: 'Discard' }))
    await waitFor(async () => expect(await db.outbox.count()).toBe(0))
  })

  it('that is not confirmed is looked for on demand and never edited', async () => {
    const { article, send, platform } = await showRow({ send: { state: 'unconfirmed' } })
    expect(within(article).getByText('Not confirmed')).toBeTruthy()
    expect(buttons(article)).toEqual(['Check again', 'Send again', 'Discard'])
    fireEvent.click(within(article).getByRole('button', { name: 'Check again' }))
    expect(platform.calls.commands).toEqual([{ name: 'checkAgain', request: { intentId: send?.id } }])
    await waitFor(() => expect(buttons(article)).toContain('Check again'))
  })

  it('that is not confirmed says why it could not be looked for', async () => {
    const { article, platform } = await showRow({ send: { state: 'unconfirmed' } })
    platform.fail('checkAgain', { kind: 'offline' })
    fireEvent.click(within(article).getByRole('button', { name: 'Check again' }))
    const alert = await within(article).findByRole('alert')
    expect(alert.textContent).toContain('Check your network connection')
    platform.fail('checkAgain', null)
    fireEvent.click(within(article).getByRole('button', { name: 'Check again' }))
    await waitFor(() => expect(within(article).queryByRole('alert')).toBeNull())
  })

  it('that waits says for what', async () => {
    const offline = { kind: 'offline', text: '' } as const
    const { article } = await showRow({ send: { state: 'queued', error: offline } })
    expect(article.textContent).toContain('Sending · waits for connection')
  })

  it('behind a failed one says that it waits for that', async () => {
    const { article } = await showRow({ send: { state: 'queued' } }, true)
    expect(article.textContent).toContain('Sending · waits for the reply above')
  })
})
