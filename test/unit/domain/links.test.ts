import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Link, showHidden, splitLinks } from '../../../lib/domain/links.ts'
import { HOSTILE_TEXTS } from '../../fixtures/hostile/hostileTexts.ts'
import { URLS } from '../../fixtures/hostile/urls.ts'

const linksOf = (text: string): Link[] => splitLinks(text).filter((piece) => piece.kind === 'link')
const hrefs = (text: string) => linksOf(text).map((link) => link.href)
const shown = (text: string) => linksOf(text).map((link) => link.shown)

describe('splitLinks', () => {
  it.each([
    ['see https://example.com/a?b=c#d now', 'https://example.com/a?b=c#d'],
    ['HTTP://EXAMPLE.COM', 'http://example.com/'],
    ['www.example.com/x', 'https://www.example.com/x'],
    ['write to ada.l+x@example.co.uk please', 'mailto:ada.l+x@example.co.uk'],
    ['mailto:ada@example.com', 'mailto:ada@example.com'],
    ['call tel:+49-40-123456', 'tel:+49-40-123456'],
    ['مرحبا https://example.com/اجتماع', 'https://example.com/%D8%A7%D8%AC%D8%AA%D9%85%D8%A7%D8%B9'],
  ])('finds the link in %j', (text, href) => {
    expect(hrefs(text)).toEqual([href])
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://example.com',
    'example.com',
    'awww.example.com',
    'https://',
    'www.',
    'a@b',
    '@mira and me@',
    'mailto:',
    'tel:none',
    'a@1.2',
  ])('leaves %j alone', (text) => {
    expect(hrefs(text)).toEqual([])
    expect(splitLinks(text).map((piece) => piece.source)).toEqual([text])
  })

  it.each([
    ['Look at https://example.com.', 'https://example.com'],
    ['(https://example.com/a)', 'https://example.com/a'],
    ['https://en.wikipedia.org/wiki/Grid_(electricity)', 'https://en.wikipedia.org/wiki/Grid_(electricity)'],
    [
      '(see https://en.wikipedia.org/wiki/Grid_(electricity))',
      'https://en.wikipedia.org/wiki/Grid_(electricity)',
    ],
    ['“https://example.com/a”, she said', 'https://example.com/a'],
    ['<https://example.com/a>', 'https://example.com/a'],
    ['https://example.com/a?!', 'https://example.com/a'],
    ['资料在 https://example.com/a。谢谢', 'https://example.com/a'],
    ['ada@example.com, bob@example.com.', 'ada@example.com', 'bob@example.com'],
  ])('cuts what belongs to the sentence: %j', (text, ...wanted) => {
    expect(shown(text)).toEqual(wanted)
  })

  it('writes hidden characters out and says where the link leads', () => {
    const [link] = linksOf('https://exam\u200Bple.com/\u202Egpj.exe')
    expect(link?.shown).toBe('https://exam%E2%80%8Bple.com/%E2%80%AEgpj.exe')
    expect(link?.caution).toBe('example.com')
  })

  it('shows what hides in something that only looks like a link', () => {
    const pieces = splitLinks('https://exa\u202Emple.com/gpj.exe')
    expect(pieces).toEqual([
      {
        kind: 'text',
        source: 'https://exa\u202Emple.com/gpj.exe',
        shown: 'https://exa%E2%80%AEmple.com/gpj.exe',
      },
    ])
  })

  it('says where a link leads that poses as another host', () => {
    expect(linksOf('https://linkedin.com@evil.example/login')[0]?.caution).toBe('evil.example')
    expect(linksOf('https://lіnkedin.com/')[0]?.caution).toMatch(/^xn--/)
    expect(linksOf('https://linkedin.com/in/mira')[0]?.caution).toBeNull()
  })

  it.each([
    ['https://linkedin.com%2ecanary.invalid/', 'linkedin.com.canary.invalid'],
    ['http://2130706433.invalid/', null],
    ['http://0x7f.1/', '127.0.0.1'],
    ['https://\uFF4C\uFF49nkedin.com/', 'linkedin.com'],
    ['mailto:ada@l\u0456nkedin.com', 'ada@l%D1%96nkedin.com'],
    ['https://example.com:443/', null],
    ['HTTPS://EXAMPLE.COM/', null],
    ['mailto:Ada@Example.com', null],
  ])('tells where %j leads unless it shows it', (text, caution) => {
    expect(linksOf(text)[0]?.caution).toBe(caution)
  })

  it('makes no link of another kind, hides nothing and lets none pose as another place, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...URLS,
      ...HOSTILE_TEXTS,
      '@',
      '%2e',
      '\\',
      '/',
      ':',
      '\u202E',
      'www.',
      'https://',
    )
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 6 }), (parts) => {
        for (const link of linksOf(parts.join(''))) {
          const url = new URL(link.href)
          expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(url.protocol)
          expect(link.shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u)
          if (link.caution !== null) continue
          expect(url.username + url.password).toBe('')
          const read = link.shown.toLowerCase().replace(/^(https?:\/\/|mailto:|tel:)/, '')
          expect(read.split(/[/\\?#]/)[0]?.replace(/:\d*$/, '')).toBe(
            (url.hostname || url.pathname.split(/[/\\]/)[0]?.replace(/:\d*$/, ''))?.toLowerCase(),
          )
        }
      }),
      { numRuns: 500 },
    )
  })

  it('writes out what a file name hides', () => {
    expect(showHidden('invoice\u202Efdp.exe')).toBe('invoice%E2%80%AEfdp.exe')
    expect(showHidden('Lebenslauf für Zoë.pdf')).toBe('Lebenslauf für Zoë.pdf')
  })

  it('loses nothing of the text, and only makes links of four kinds', () => {
    const parts = fc.constantFrom(
      'https://',
      'www.',
      '@',
      'mailto:',
      'tel:',
      '.',
      ')',
      '(',
      ' ',
      '\u202E',
      'a',
      'é',
      '中',
      '1',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(parts).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const pieces = splitLinks(text)
        expect(pieces.map((piece) => piece.source).join('')).toBe(text)
        for (const piece of pieces) {
          if (piece.kind !== 'link') continue
          expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(new URL(piece.href).protocol)
          expect(piece.shown).not.toMatch(/[\p{Cc}\p{Cf}]/u)
        }
      }),
    )
  })

  it.each([
    'http://',
    '(',
    'www.',
    '@',
    'a@',
    'a.',
    'https://a.b)',
    'tel:',
    'x',
    'a@b.',
    `${'a'.repeat(254)}@`,
    `@${'a.'.repeat(126)}`,
  ])(
    'reads a megabyte of %j in one go',
    (part) => {
      const text = part.repeat(Math.ceil(1_000_000 / part.length))
      const started = performance.now()
      splitLinks(text)
      // Anything quadratic takes minutes; generous, as machines differ and may be busy.
      expect(performance.now() - started).toBeLessThan(10_000)
    },
    20_000,
  )
})
