import { expect, it } from 'vitest'
import { previewText } from '../../../../components/conversation-list/previewText.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'

const PREVIEW = { text: 'Hello', sentAt: 1, own: false, senderName: 'Anna Ek', hasAttachment: false }
const person = (name: string) => ({ profileId: null, name, headline: null, profileUrl: null, picture: null })

it('puts "You: " before own texts', () => {
  expect(previewText(makeConversation({ preview: { ...PREVIEW, own: true } })).who).toBe('You: ')
})

it('names who wrote where there are several, and nobody else', () => {
  const group = { title: 'Anna Ek, Bo Ek', participants: [person('Anna Ek'), person('Bo Ek')] }
  expect(previewText(makeConversation({ ...group, preview: PREVIEW })).who).toBe('Anna: ')
  const doctor = { title: 'Anna Ek, PhD', participants: [person('Anna Ek, PhD')] }
  expect(previewText(makeConversation({ ...doctor, preview: PREVIEW })).who).toBe('')
})

it('says what there is where there is no text', () => {
  const attached = { ...PREVIEW, text: ' ', hasAttachment: true }
  expect(previewText(makeConversation({ preview: attached })).text).toBe('Attachment')
  expect(previewText(makeConversation({ preview: null })).text).toBe('No messages yet')
})

it('takes a text of nothing to see for none', () => {
  expect(previewText(makeConversation({ preview: { ...PREVIEW, text: '\u200B\u2800' } })).text).toBe(
    'Message without text',
  )
})
