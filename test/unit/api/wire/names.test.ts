import { expect, test } from 'vitest'
import { readAccounts } from '../../../../lib/api/wire/account.ts'
import { readMessage } from '../../../../lib/api/wire/message.ts'
import { readParticipants } from '../../../../lib/api/wire/participant.ts'
import { HOSTILE_TEXTS } from '../../../fixtures/hostile/hostileTexts.ts'
import { HUGE } from '../../../fixtures/hostile/huge.ts'

const ALL = [...HOSTILE_TEXTS, ...Object.values(HUGE)]

test('names and headlines keep what can be seen, and never more than a line of it', () => {
  for (const text of ALL) {
    const [person] = readParticipants([{ profileId: 'ACoAAx', name: text, headline: text }])
    const sentAt = 1_700_000_000_000
    const message = readMessage({ id: 'urn:li:msg_message:2-x', sentAt, senderName: text }, sentAt)
    const account = readAccounts([{ id: 'a', name: text }])?.items[0]
    const names = [
      person?.name,
      person?.headline,
      'senderName' in message && message.senderName,
      account?.name,
    ]
    for (const name of names) {
      expect(name || '').not.toMatch(/\p{Surrogate}/u)
      expect((name || '').length).toBeLessThanOrEqual(300)
    }
    const expected = text.replace(/\p{Surrogate}/gu, '\uFFFD').trim()
    if (text.length < 300 && /[a-z]/i.test(text)) expect(person?.name).toBe(expected)
  }
})

test.each(['\u200B\u200B', '\u2800', '\u3164', ' \u00AD\u2060 '])(
  'a name of nothing to see, %j, is none',
  (name) => {
    expect(readParticipants([{ profileId: 'ACoAAx', name }])[0]?.name).toBeNull()
    expect(readAccounts([{ id: 'a', name }])?.items[0]?.name).toBe('LinkedIn account')
  },
)
