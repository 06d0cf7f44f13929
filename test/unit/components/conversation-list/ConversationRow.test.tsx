// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ConversationRow } from '../../../../components/conversation-list/ConversationRow.tsx'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { preparePage } from '../renderPage.tsx'

const nothing = () => {}

it('says in its name what marks and hues say to the eye', () => {
  const conversation = makeConversation({
    title: 'Anna Ek',
    unreadCount: 2,
    unread: 1,
    starred: 1,
    channel: 'salesNav',
  })
  const account = makeAccount({ name: 'Mira', position: 1 })
  preparePage().show(<ConversationRow conversation={conversation} account={account} onOpen={nothing} />)
  expect(
    screen.getByRole('button', { name: /^Anna Ek \(2 unread, starred, to Mira, Sales Navigator\)/ }),
  ).toBeTruthy()
})

it('says that it is the open one', () => {
  const conversation = makeConversation({ title: 'Anna Ek' })
  preparePage().show(<ConversationRow conversation={conversation} account={null} current onOpen={nothing} />)
  expect(screen.getByRole('button', { name: /^Anna Ek/ }).getAttribute('aria-current')).toBe('true')
})

it('offers what fits where it lies', async () => {
  const done = makeConversation({ title: 'Anna Ek', shelf: 'done' })
  preparePage().show(<ConversationRow conversation={done} account={null} onOpen={nothing} />)
  expect(await screen.findByRole('button', { name: 'Move to inbox' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Done' })).toBeNull()
})
