import { expect, test } from 'vitest'
import { markdownText } from '../../../../lib/domain/export/markdownText.ts'

test.each([
  ['# No heading', '\\# No heading'],
  ['- no list', '\\- no list'],
  ['1. no list', '1\\. no list'],
  ['1) no list', '1\\) no list'],
  ['=== no rule', '\\=== no rule'],
  ['[no](https://link.example)', '\\[no\\](https://link.example)'],
  ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
  ['`no code`', '\\`no code\\`'],
  ['a *b* _c_ ~d~ | e', 'a \\*b\\* \\_c\\_ \\~d\\~ \\| e'],
  ['&lt; is no sign', '\\&lt; is no sign'],
  ['    no code block', ' no code block'],
  ['one\ntwo\r\nthree', 'one  \ntwo  \nthree'],
])('%j is written as %j', (text, written) => {
  expect(markdownText(text)).toBe(written)
})
