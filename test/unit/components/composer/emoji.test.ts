import { expect, test } from 'vitest'
import { emojiCalled, emojiFor } from '../../../../components/composer/emoji.ts'

test('emoji are found by their codes, the nearest first', () => {
  expect(emojiFor('tada')[0]).toEqual({ code: 'tada', emoji: '🎉' })
  expect(emojiFor('smil').map(({ code }) => code)).toContain('smile')
  expect(emojiFor('nosuchcode')).toEqual([])
})

test.each([
  ['heart', '❤️'],
  ['+1', '👍'],
  ['one', '1️⃣'],
  ['tada', '🎉'],
  ['de', '🇩🇪'],
])('%s is drawn as a picture', (code, emoji) => {
  expect(emojiCalled(code)).toBe(emoji)
})
