import { expect, test } from 'vitest'
import { maybePicture, pictureType } from '../../../lib/domain/picture.ts'

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

test.each([
  ['\x89PNG\r\n\x1a\nrest', 'image/png'],
  ['\xff\xd8\xff\xe0rest', 'image/jpeg'],
  ['GIF89a', 'image/gif'],
  ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
  ['<svg xmlns="http://www.w3.org/2000/svg">', null],
  ['<!doctype html><script>', null],
  ['RIFF\0\0\0\0WAVE', null],
  ['', null],
])('a picture is one by its first bytes alone: %j', (begins, type) => {
  expect(pictureType(bytes(begins))).toBe(type)
})

test.each([
  ['a.png', 'image/png', true],
  ['a.svg', 'image/svg+xml', false],
  ['a.png', 'image/svg+xml', false],
  ['a.html', 'text/html', false],
  ['a.jpg', null, true],
  ['a.pdf', null, false],
  [null, null, true],
  ['a.webp', 'application/octet-stream', true],
])('%s of type %s is offered for a look: %s', (name, mediaType, offered) => {
  expect(maybePicture({ name, mediaType })).toBe(offered)
})
