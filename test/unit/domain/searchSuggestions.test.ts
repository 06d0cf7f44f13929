import { expect, test } from 'vitest'
import { suggestSearch } from '../../../lib/domain/searchSuggestions.ts'

const NAMES = {
  people: ['Anna Ek', 'Zoë Berg', 'Anna Ek', 'Frida Kant'],
  accounts: ['Mira Holm', 'Studio Holm'],
  labels: ['Follow up', 'Later'],
}
const texts = (typed: string) => suggestSearch(typed, NAMES).map(({ text }) => text)

test('a word brings the operators, labels, people and accounts that begin so', () => {
  expect(texts('f')).toEqual(['from:', 'label:"Follow up"', 'from:"Frida Kant"'])
  expect(texts('zoe')).toEqual(['from:"Zoë Berg"'])
  expect(texts('offer an')).toEqual(['from:"Anna Ek"'])
  expect(texts('holm')).toEqual(['account:"Mira Holm"', 'account:"Studio Holm"'])
  expect(texts('offer ')).toContain('is:')
})

test('an operator brings what may follow it', () => {
  expect(texts('is:')).toEqual(['is:unread', 'is:starred', 'is:waiting-me', 'is:waiting-them'])
  expect(texts('is:wait')).toEqual(['is:waiting-me', 'is:waiting-them'])
  expect(texts('from:')[0]).toBe('from:me')
  expect(texts('from:"anna e')).toEqual(['from:"Anna Ek"'])
  expect(texts('has:l')).toEqual(['has:link'])
  expect(texts('before:last')).toEqual(['before:"last week"', 'before:"last month"', 'before:"last year"'])
  expect(texts('label:la')).toEqual(['label:Later'])
})

test('taking one leaves the rest of the query, and goes on after it', () => {
  expect(suggestSearch('offer fr', NAMES)[0]?.query).toBe('offer from:')
  expect(suggestSearch('offer from:zo', NAMES)[0]?.query).toBe('offer from:"Zoë Berg" ')
})

test('nothing is suggested inside a phrase, or for what is typed in full', () => {
  expect(texts('"an')).toEqual([])
  expect(texts('is:unread')).toEqual([])
})
