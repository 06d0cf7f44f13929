import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import english from '../../../public/_locales/en/messages.json'
import type { Messages } from '../../fixtures/speak.ts'
import { SOURCES, walk } from './sources.ts'

const ROOT = join(import.meta.dirname, '../../..')
const FILES = globSync('public/_locales/*/messages.json', { cwd: ROOT }).map((path) => ({
  language: basename(dirname(path)),
  messages: JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Messages,
}))
const COUNT = /_(zero|one|two|few|many|other)$/
const texts: Messages = english
/** The forms of a text that depends on a count: those that end in its category, where one is `_other`. */
const isCounted = (key: string) => COUNT.test(key) && key.replace(COUNT, '_other') in texts
const baseOf = (key: string) => (isCounted(key) ? key.replace(COUNT, '_other') : key)

describe.each(FILES)('the texts in $language', ({ language, messages }) => {
  const keys = Object.keys(messages)

  test('are those of English, no more and no fewer', () => {
    const categories = new Intl.PluralRules(language.replace('_', '-')).resolvedOptions().pluralCategories
    const wanted = Object.keys(texts).flatMap((key) => {
      if (!isCounted(key)) return [key]
      // "Many" is of millions where a language has few forms: the form for other counts does.
      const used = categories.filter((category) => category !== 'many' || categories.length > 4)
      return key.endsWith('_other') ? used.map((category) => key.replace(COUNT, `_${category}`)) : []
    })
    expect(keys.toSorted()).toEqual(wanted.toSorted())
  })

  test('are in the order of their keys', () => {
    expect(keys).toEqual(keys.toSorted())
  })

  test('each say something, and leave open what English does, numbered by the alphabet', () => {
    expect(keys.flatMap((key) => faultsOf(key, messages[key], texts[baseOf(key)]))).toEqual([])
  })
})

test('a text that loses what English leaves open is found', () => {
  const open = { message: 'To $name$', placeholders: { name: { content: '$1' } } }
  expect(faultsOf('to', { message: 'An' }, open)).toEqual(['to: is numbered otherwise', 'to: loses name'])
  expect(faultsOf('to', { ...open, message: 'An $name$: $5' }, open)).toEqual(['to: a dollar of its own'])
  expect(faultsOf('to', open, open)).toEqual([])
})

test('every text is used', () => {
  const used = new Set<string>()
  const beginnings: string[] = []
  for (const { program } of SOURCES)
    walk(program, (node) => {
      if (node.type === 'Literal' && typeof node.value === 'string') used.add(node.value)
      if (node.type === 'TemplateLiteral') {
        const [first] = node.quasis as { value: { cooked: string } }[]
        if (first?.value.cooked.includes('_')) beginnings.push(first.value.cooked)
      }
    })
  const manifest = readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8')
  for (const [, key = ''] of manifest.matchAll(/__MSG_(\w+)__/g)) used.add(key)
  const unused = Object.keys(texts).filter((key) => {
    const name = isCounted(key) ? key.replace(COUNT, '') : key
    return !used.has(name) && !beginnings.some((beginning) => name.startsWith(beginning))
  })
  expect(unused).toEqual([])
})

type Text = Messages[string] | undefined

function faultsOf(key: string, given: Text, original: Text): string[] {
  const faults: string[] = []
  const message = given?.message ?? ''
  if (message.trim() === '') faults.push('says nothing')
  const names = Object.keys(original?.placeholders ?? {}).toSorted()
  const numbered = Object.fromEntries(names.map((name, at) => [name, { content: `$${at + 1}` }]))
  if (!isDeepStrictEqual(given?.placeholders ?? {}, numbered)) faults.push('is numbered otherwise')
  const named = new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name))
  // One and two need no number where the language has a word for them.
  const needed = isCounted(key) && !key.endsWith('_other') ? names.filter((name) => name !== 'count') : names
  for (const name of needed) if (!named.has(name)) faults.push(`loses ${name}`)
  for (const name of named) if (!names.includes(name)) faults.push(`adds ${name}`)
  if (message.replace(/\$\w+\$/g, '').includes('$')) faults.push('a dollar of its own')
  return faults.map((fault) => `${key}: ${fault}`)
}
