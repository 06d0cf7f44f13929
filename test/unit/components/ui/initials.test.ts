import { expect, it } from 'vitest'
import { initials } from '../../../../components/ui/initials.ts'

it.each([
  ['Ines Carvalho', 'IC'],
  ['Maximiliane-Charlotte von Hohenzollern', 'MH'],
  ['  anna  ', 'A'],
  ['(she) Anna Ek', 'SE'],
  ['山田 太郎', '山'],
  ['김민준', '김'],
  ['דנה לוי', 'דל'],
  ['أحمد الفارسي', 'أ'],
  ['🚀 Priya Raman', '🚀'],
  ['👩‍🚀 Sally', '👩‍🚀'],
  ['Łukasz Żółć', 'ŁŻ'],
  ['e\u0301va Nagy', 'E\u0301N'],
  ['', '?'],
  ['—', '?'],
])('%s is %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})
