import { expect, test } from 'vitest'
import { readExists } from '../../../../lib/api/wire/exists.ts'

const conversationUrn = 'urn:li:msg_conversation:(urn:li:fsd_profile:ACoAAowner,2-abc)'
const profileUrn = 'urn:li:fsd_profile:ACoAAother'

test.each([
  [
    { success: true, hasConversation: true, conversationUrn, profileUrn },
    { conversationUrn, profileUrn },
  ],
  [{ data: { hasConversation: true, conversationUrn, profileUrn } }, { conversationUrn, profileUrn }],
  [
    { hasConversation: false, conversationUrn: null, profileUrn },
    { conversationUrn: null, profileUrn },
  ],
  // What says no and names one all the same is believed in its no.
  [
    { hasConversation: false, conversationUrn, profileUrn },
    { conversationUrn: null, profileUrn },
  ],
  [{ conversationUrn }, { conversationUrn, profileUrn: null }],
  [
    { hasConversation: true, conversationUrn: 'null', profileUrn: 'ines' },
    { conversationUrn: null, profileUrn: null },
  ],
  // Other spellings of the same person, and of the conversation.
  [
    { hasConversation: true, conversationId: '2-abc', profileUrn: 'ACoAAother' },
    { conversationUrn: '2-abc', profileUrn },
  ],
  [
    { conversationUrn, profileUrn: 'urn:li:fs_miniProfile:ACoAAother' },
    { conversationUrn, profileUrn },
  ],
  [
    { conversationUrn, profileUrn: 'urn:li:member:7', profileId: 'ACoAAother' },
    { conversationUrn, profileUrn },
  ],
  [
    { conversationUrn, profileUrn: 'urn:li:fsd_profile:of-another-shape' },
    { conversationUrn, profileUrn: 'urn:li:fsd_profile:of-another-shape' },
  ],
  [
    { conversationUrn, profileUrn: 'urn:li:member:7' },
    { conversationUrn, profileUrn: null },
  ],
  [{}, { conversationUrn: null, profileUrn: null }],
  [[], null],
  ['no', null],
])('%j', (answer, read) => {
  expect(readExists(answer)).toEqual(read)
})
