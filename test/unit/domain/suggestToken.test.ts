import { expect, test } from 'vitest'
import { closedEmojiCode, suggestTokenAt } from '../../../lib/domain/suggestToken.ts'

const at = (text: string) => suggestTokenAt(text, text.length)

test.each([
  [';', { kind: 'snippet', from: 0, query: '' }],
  ['Hi ;int', { kind: 'snippet', from: 3, query: 'int' }],
  ['Hi\n;int', { kind: 'snippet', from: 3, query: 'int' }],
  [':ta', { kind: 'emoji', from: 0, query: 'ta' }],
  ['(:ta', { kind: 'emoji', from: 1, query: 'ta' }],
  ['wait;', null],
  ['a; b', null],
  [':t', null],
  [':D ', null],
  [': ta', null],
  ['at 10:30', null],
  ['at 10:am', null],
  ['https://example.com', null],
  ['http:ab', null],
  ['note:ab', null],
  [':10', null],
  ['', null],
])('%j', (text, token) => {
  expect(at(text)).toEqual(token)
})

test('what stands behind the caret does not matter', () => {
  expect(suggestTokenAt('Hi ;in and more', 6)).toEqual({ kind: 'snippet', from: 3, query: 'in' })
})

test.each([
  [':tada:', { from: 0, code: 'tada' }],
  ['Great :+1:', { from: 6, code: '+1' }],
  ['10:30:', null],
  ['see:tada:', null],
  ['::', null],
])('closed code %j', (text, code) => {
  expect(closedEmojiCode(text, text.length)).toEqual(code)
})
