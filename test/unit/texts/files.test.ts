import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
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

  test.each(keys)('%s says something, and leaves open what English does, numbered by the alphabet', (key) => {
    const entry = messages[key]
    const original = texts[baseOf(key)]
    expect(entry?.message.trim()).not.toBe('')
    const names = Object.keys(original?.placeholders ?? {}).toSorted()
    const numbered = names.map((name, at) => [name, { content: `$${at + 1}` }])
    expect(entry?.placeholders ?? {}).toEqual(Object.fromEntries(numbered))
    const named = [...(entry?.message.matchAll(/\$(\w*)\$/g) ?? [])].map(([, name = '']) => name)
    // One and two need no number where the language has a word for them.
    const optional = isCounted(key) && !key.endsWith('_other') ? ['count'] : []
    expect([...new Set([...named, ...optional])].toSorted()).toEqual(
      [...new Set([...names, ...optional])].toSorted(),
    )
    expect(entry?.message.replace(/\$\w*\$/g, '')).not.toContain('$')
  })
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
