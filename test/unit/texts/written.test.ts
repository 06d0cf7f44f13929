import { expect, test } from 'vitest'
import { type Node, SOURCES, type Source, walk } from './sources.ts'

/** Names people hear or see: a letter in one of them is a text. */
const SPOKEN =
  /^(aria-(label|description|roledescription|placeholder|valuetext)|title|placeholder|label|alt)$/
/** A word with a capital, or two words: what people read and programs do not. */
const PROSE = /^[“‘(]?\p{Lu}[\p{Ll}’']+([ .,:;…?!)“”]|$)|\p{Ll}[,.:;]? \p{L}/u
const LETTER = /\p{L}/u
/** Have the same name in every language. */
const PRODUCTS = /^(Parley|Edge|Opera)$/

/** What looks like prose and is read by programs, or by nobody but whoever reports a fault. */
const NOT_TEXTS: readonly { in: RegExp; why: string }[] = [
  { in: /^lib\/api\//, why: 'headers of HTTP; why a row of an answer was put aside' },
  { in: /^lib\/store\/schema\//, why: 'indexes' },
  { in: /^components\/ui\/keyNames\.ts$/, why: 'what stands on the keys' },
  { in: /^lib\/vault\//, why: 'errors that are shown by their kind' },
  { in: /^components\/actions\/(actionTable|belongsElsewhere|keyPress)\.ts$/, why: 'keys, selectors' },
  { in: /^lib\/domain\/search(Day|Suggestions)\.ts$/, why: 'what the search takes in every language' },
  { in: /^lib\/domain\/(account|personName)\.ts$/, why: 'names that are kept and compared' },
  { in: /^lib\/commands\//, why: 'answers to commands that no page of ours sends' },
]

test.each(SOURCES.filter(({ path }) => !NOT_TEXTS.some((one) => one.in.test(path))))(
  '$path holds no text that people read: those are in public/_locales',
  (source) => {
    expect(writtenIn(source)).toEqual([])
  },
)

test('a text written in code is found', () => {
  expect(
    writtenIn({ path: '', code: '', program: { type: 'JSXText', start: 0, value: ' Nothing here ' } }),
  ).toEqual(['1: Nothing here'])
})

function writtenIn({ code, program }: Source): string[] {
  const found: string[] = []
  const judge = (node: Node, value: string, pattern: RegExp) => {
    if (!pattern.test(value.trim()) || PRODUCTS.test(value.trim())) return
    found.push(`${code.slice(0, node.start).split('\n').length}: ${value.trim()}`)
  }
  const see = (node: Node): unknown => {
    // Types, paths, and what is thrown for programmers.
    if (/^TS(?!As|NonNull|Satisfies)/.test(node.type)) return false
    if (node.type === 'ImportDeclaration' || node.type === 'ImportExpression') return false
    if (node.type === 'CallExpression' && (node.callee as Node).type === 'Super') return false
    if (node.type === 'NewExpression' && /Error$/.test((node.callee as { name?: string }).name ?? ''))
      return false
    // What something is compared with or looked for is not shown: names of keys, mostly.
    if (node.type === 'BinaryExpression' && /^[!=]==$/.test(node.operator as string)) {
      for (const side of [node.left, node.right] as Node[]) if (side.type !== 'Literal') walk(side, see)
      return false
    }
    const callee = node.callee as (Node & { property?: { name?: string } }) | undefined
    if (node.type === 'CallExpression' && callee?.property?.name === 'includes') {
      walk(callee, see)
      return false
    }
    if (node.type === 'JSXText') judge(node, node.value as string, LETTER)
    if (node.type === 'JSXAttribute') {
      const { name } = node.name as { name: string }
      const value = node.value as Node | null
      if (value?.type !== 'Literal') return true
      if (SPOKEN.test(name)) judge(value, String(value.value), LETTER)
      return false
    }
    if (node.type === 'Literal' && typeof node.value === 'string') judge(node, node.value, PROSE)
    if (node.type === 'TemplateElement') judge(node, (node.value as { cooked: string }).cooked, PROSE)
    return true
  }
  walk(program, see)
  return found
}
