import { afterEach, expect, test, vi } from 'vitest'
import { speak } from '../../fixtures/speak.ts'

afterEach(() => {
  vi.resetModules()
  speak()
})

/** The lookup as a page has it whose browser speaks this language. */
async function lookUpIn(messages: Parameters<typeof speak>[0], tag: string) {
  speak(messages, tag)
  vi.resetModules()
  const { counted, language, numberText, text } = await import('../../../lib/domain/texts.ts')
  // Keys of this test's own.
  return {
    language,
    numberText,
    text: text as (key: string, values?: object) => string,
    counted: counted as (key: string, count: number, values?: object) => string,
  }
}

test('values are put in by name, whatever their order and whatever is in them', async () => {
  const { text } = await lookUpIn(
    { t: { message: '$to$ ← $from$', placeholders: { from: { content: '$1' }, to: { content: '$2' } } } },
    'en-US',
  )
  expect(text('t', { to: '$1 $$ $from$', from: 'Ann' })).toBe('$1 $$ $from$ ← Ann')
})

test('a count takes the form that the language has for it, and is written as the language writes numbers', async () => {
  const placeholders = { count: { content: '$1' } }
  const { counted } = await lookUpIn(
    {
      language: { message: 'ar' },
      n_zero: { message: 'none' },
      n_one: { message: 'one' },
      n_two: { message: 'two' },
      n_few: { message: 'few $count$', placeholders },
      n_many: { message: 'many $count$', placeholders },
      n_other: { message: 'other $count$', placeholders },
    },
    'ar-EG',
  )
  const number = new Intl.NumberFormat('ar-EG')
  expect([0, 1, 2, 3, 11, 100].map((count) => counted('n', count))).toEqual([
    'none',
    'one',
    'two',
    `few ${number.format(3)}`,
    `many ${number.format(11)}`,
    `other ${number.format(100)}`,
  ])
})

test('a form that a language has no text for falls back to that of other counts', async () => {
  const placeholders = { count: { content: '$1' } }
  const { counted } = await lookUpIn(
    {
      language: { message: 'fr' },
      n_one: { message: 'un' },
      n_other: { message: '$count$ d’autres', placeholders },
    },
    'fr-FR',
  )
  expect(counted('n', 1_000_000)).toBe(`${new Intl.NumberFormat('fr-FR').format(1_000_000)} d’autres`)
})

test('dates and numbers are in the language of the texts, with the region of the browser where it speaks it', async () => {
  expect((await lookUpIn({ language: { message: 'de' } }, 'de-AT')).language()).toBe('de-AT')
  expect((await lookUpIn(undefined, 'nl-NL')).language()).toBe('en')
  expect((await lookUpIn(undefined, 'nl-NL')).numberText(1234.5)).toBe('1,234.5')
})
