import { expect, test } from 'vitest'
import { isSameReply } from '../../../lib/domain/sameReply.ts'

const WRITTEN = 'See https://www.example.com/a?b=1&c=2\nand https://two.example.'

test.each([
  ['white space and composition', 'Zoe\u0301,  hello\n', 'Zo\u00e9, hello'],
  ['a shortened link', WRITTEN, 'See https://lnkd.in/dXy9Zq1 and https://two.example.'],
  [
    'a link led through LinkedIn',
    WRITTEN,
    'See https://www.linkedin.com/redir/redirect?url=x and https://lnkd.in/e.',
  ],
  ['a link written another way', WRITTEN, 'See http://example.com/a?b=1&c=2&utm=x and https://two.example/.'],
])('%s does not make another reply', (_, written, shown) => {
  expect(isSameReply(written, shown)).toBe(true)
})

test.each([
  ['another word', WRITTEN, WRITTEN.replace('See', 'Read')],
  ['a link to elsewhere', WRITTEN, WRITTEN.replace('two.example', 'three.example')],
  ['a link less', WRITTEN, 'See https://www.example.com/a?b=1&c=2 and'],
  ['no link', 'Hello', 'Hello there'],
])('%s does', (_, written, shown) => {
  expect(isSameReply(written, shown)).toBe(false)
})
