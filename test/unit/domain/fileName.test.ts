import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNameOf } from '../../../lib/domain/fileName.ts'
import { HOSTILE_TEXTS } from '../../fixtures/hostile/hostileTexts.ts'

test.each([
  ['Deck v2.pdf', 'Deck v2.pdf'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['../../etc/passwd', 'etcpasswd'],
  ['C:\\Windows\\x.bat', 'CWindowsx.bat'],
  ['.htaccess', 'htaccess'],
  ['  ', 'attachment'],
  [null, 'attachment'],
  [`${'long '.repeat(60)}.pdf`, expect.stringMatching(/^.{116}\.pdf$/)],
])('%j is saved as %j', (name, saved) => {
  expect(fileNameOf(name)).toEqual(saved)
})

test('no name leads elsewhere, hides a sign or grows too long', () => {
  const looksFit = (name: string) => {
    const saved = fileNameOf(name)
    expect(saved).toMatch(/^[^\p{Cc}\p{Cf}<>:"/\\|?*]{1,120}$/u)
    expect(saved).not.toMatch(/^\./)
  }
  for (const text of HOSTILE_TEXTS) looksFit(text)
  fc.assert(fc.property(fc.string({ unit: 'binary' }), looksFit), { numRuns: 50 })
})
