// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { sendsOf } from '../../../../lib/store/queries/thread.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { type OpenThread, openThread } from '../thread/openThread.tsx'

const type = (box: HTMLTextAreaElement, value: string) => {
  fireEvent.change(box, { target: { value } })
  box.setSelectionRange(value.length, value.length)
  fireEvent.select(box)
}
const press = (box: HTMLElement, key: string) => fireEvent.keyDown(box, { key })
const sent = async ({ db, conversation }: OpenThread) =>
  (await sendsOf(db, conversation.id)).map((send) => send.text)
const ada = {
  profileId: 'ACoAAada',
  name: 'Ada Byron',
  headline: 'CTO at Northwind',
  profileUrl: null,
  picture: null,
}
const intro = { id: 'a', name: 'Intro', text: 'Hi {firstName} of {company?}, I am {myFirstName}' }
const offer = { id: 'b', name: 'Offer', text: 'We have a {role} for you' }

const withSnippets = () =>
  openThread({ title: 'Ada Byron', participants: [ada] }, ({ db }) => db.snippets.bulkAdd([intro, offer]))

describe('snippets', () => {
  it('open with a semicolon, narrow down as one types, and are put in filled', async () => {
    const page = await withSnippets()
    type(page.replyBox, ';')
    expect((await screen.findAllByRole('option')).map((one) => one.textContent)).toEqual([
      'Intro Hi Ada of Northwind, I am Mira',
      'Offer We have a {role} for you',
    ])
    await waitFor(() =>
      expect(page.replyBox.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[0]?.id),
    )
    type(page.replyBox, ';int')
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
    press(page.replyBox, 'Enter')
    await waitFor(() => expect(page.replyBox.value).toBe('Hi Ada of Northwind, I am Mira'))
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(await sent(page)).toEqual([])
  })

  it('are walked through by the arrows, closed by Escape, and stay closed for that word', async () => {
    const page = await withSnippets()
    type(page.replyBox, ';')
    await screen.findAllByRole('option')
    press(page.replyBox, 'ArrowDown')
    await waitFor(() => expect(screen.getAllByRole('option')[1]?.getAttribute('aria-selected')).toBe('true'))
    press(page.replyBox, 'Escape')
    expect(screen.queryByRole('listbox')).toBeNull()
    type(page.replyBox, ';o')
    expect(screen.queryByRole('listbox')).toBeNull()
    type(page.replyBox, ';o ;')
    expect(await screen.findAllByRole('option')).toHaveLength(2)
  })

  it('that match nothing leave Enter to the box', async () => {
    const page = await withSnippets()
    type(page.replyBox, ';)')
    press(page.replyBox, 'Enter')
    await waitFor(async () => expect(await sent(page)).toEqual([';)']))
  })

  it('with a blank left select it, and do not go out before it is filled', async () => {
    const page = await withSnippets()
    type(page.replyBox, ';off')
    await screen.findAllByRole('option')
    press(page.replyBox, 'Tab')
    await waitFor(() => expect(page.replyBox.value).toBe('We have a {role} for you'))
    expect(page.replyBox.selectionStart).toBe(10)
    expect(page.replyBox.selectionEnd).toBe(16)
    page.replyBox.setSelectionRange(0, 0)
    press(page.replyBox, 'Enter')
    expect((await screen.findByRole('alert')).textContent).toContain('Not sent: fill in {role} first')
    expect(page.replyBox.selectionStart).toBe(10)
    expect(await sent(page)).toEqual([])
    type(page.replyBox, 'We have a job for you')
    expect(screen.queryByRole('alert')).toBeNull()
    press(page.replyBox, 'Enter')
    await waitFor(async () => expect(await sent(page)).toEqual(['We have a job for you']))
  })

  it('words in braces that are no variable can be meant, variables cannot', async () => {
    const page = await withSnippets()
    type(page.replyBox, 'Use {props} here')
    press(page.replyBox, 'Enter')
    fireEvent.click(await screen.findByRole('button', { name: 'Send as it is' }))
    await waitFor(async () => expect(await sent(page)).toEqual(['Use {props} here']))
    type(page.replyBox, 'Hi {firstName}')
    press(page.replyBox, 'Enter')
    await screen.findByRole('alert')
    expect(screen.queryByRole('button', { name: 'Send as it is' })).toBeNull()
  })
})

describe('emoji', () => {
  it('come by their codes, at the start of a word', async () => {
    const page = await openThread()
    type(page.replyBox, 'Great :tad')
    expect((await screen.findAllByRole('option'))[0]?.textContent).toContain(':tada:')
    press(page.replyBox, 'Enter')
    await waitFor(() => expect(page.replyBox.value).toBe('Great 🎉'))
  })
})

describe('before sending', () => {
  const twoAccounts = () =>
    openThread({ title: 'Ada Byron', participants: [ada] }, async ({ db }) => {
      await db.accounts.add(makeAccount({ id: 'account-2', name: 'Owen Achebe', position: 1 }))
      await db.conversations.add(
        makeConversation({
          accountId: 'account-2',
          participants: [ada],
          lastActivityAt: Date.now() - 60_000,
        }),
      )
    })

  it('says that the person talks with another account, once', async () => {
    const page = await twoAccounts()
    type(page.replyBox, 'Hello')
    press(page.replyBox, 'Enter')
    const ask = await screen.findByRole('group', { name: 'Before sending' })
    expect(ask.textContent).toContain('Ada Byron already talks with your account Owen Achebe')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'))
    expect(await sent(page)).toEqual([])
    press(document.activeElement as HTMLElement, 'Escape')
    expect(screen.queryByRole('group', { name: 'Before sending' })).toBeNull()
    expect(page.replyBox.value).toBe('Hello')
    press(page.replyBox, 'Enter')
    fireEvent.click(await screen.findByRole('button', { name: 'Send anyway' }))
    await waitFor(async () => expect(await sent(page)).toEqual(['Hello']))
    type(page.replyBox, 'And again')
    press(page.replyBox, 'Enter')
    await waitFor(async () => expect(await sent(page)).toEqual(['Hello', 'And again']))
  })

  it('leaves no Enter unheard while it looks whether there is something to say', async () => {
    const page = await twoAccounts()
    type(page.replyBox, 'Hello')
    press(page.replyBox, 'Enter')
    fireEvent.click(await screen.findByRole('button', { name: 'Send anyway' }))
    await waitFor(async () => expect(await sent(page)).toEqual(['Hello']))
    for (const text of ['And', 'And again', 'And again']) {
      type(page.replyBox, text)
      press(page.replyBox, 'Enter')
    }
    await waitFor(async () => expect(await sent(page)).toEqual(['Hello', 'And again']))
    await waitFor(() => expect(page.replyBox.value).toBe(''))
    type(page.replyBox, 'One')
    press(page.replyBox, 'Enter')
    type(page.replyBox, 'One two')
    press(page.replyBox, 'Enter')
    type(page.replyBox, 'One two three')
    await waitFor(() => expect(page.replyBox.value).toBe('One two three'))
    expect(await sent(page)).toEqual(['Hello', 'And again'])
  })

  it('leaves the focus to where the user goes while it looks', async () => {
    const page = await twoAccounts()
    type(page.replyBox, 'Hello')
    press(page.replyBox, 'Enter')
    fireEvent.click(await screen.findByRole('button', { name: 'Send anyway' }))
    expect(document.activeElement).toBe(page.replyBox)
    await waitFor(async () => expect(await sent(page)).toEqual(['Hello']))
    type(page.replyBox, 'And again')
    press(page.replyBox, 'Enter')
    const elsewhere = screen.getByRole('button', { name: 'Attach files' })
    elsewhere.focus()
    await waitFor(async () => expect(await sent(page)).toEqual(['Hello', 'And again']))
    await waitFor(() => expect(page.replyBox.value).toBe(''))
    expect(document.activeElement).toBe(elsewhere)
  })

  it('says that the person already got the snippet', async () => {
    const text = 'I build teams for data companies like yours'
    const page = await openThread({ title: 'Ada Byron', participants: [ada] }, async ({ db }, { id }) => {
      await db.snippets.add({ id: 'x', name: 'Pitch', text })
      await db.messages.add({
        id: `${id}#old`,
        conversationId: id,
        key: 'old',
        urn: null,
        text: `Hi Ada! ${text}`,
        sentAt: Date.now() - 86_400_000,
        senderProfileId: null,
        senderName: null,
        own: true,
        attachments: [],
        hasAttachment: false,
      })
    })
    await screen.findByRole('button', { name: 'Snippets' })
    type(page.replyBox, `Hello, ${text}`)
    press(page.replyBox, 'Enter')
    const ask = await screen.findByRole('group', { name: 'Before sending' })
    expect(ask.textContent).toContain('Ada Byron already got “Pitch”')
    fireEvent.click(screen.getByRole('button', { name: 'Send anyway' }))
    await waitFor(async () => expect(await sent(page)).toHaveLength(1))
  })
})
