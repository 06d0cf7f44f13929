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
  ['éva z\u0335olt', 'ÉZ\u0335'],
  ['1\ufe0f\u20e3 first', '1\ufe0f\u20e3F'],
  ['', '?'],
  ['—', '?'],
])('%s is %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})
