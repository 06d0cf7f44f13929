import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findTime } from '../../../../components/triage/findTime.ts'
import type { Messages } from '../../../fixtures/speak.ts'

// A Wednesday, 15:20.
const NOW = new Date(2026, 10, 25, 15, 20).getTime()

async function meant(text: string, language = 'en-US'): Promise<string> {
  const at = await findTime(text, NOW, language)
  if (at === null) return 'none'
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getMonth() + 1}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}

test.each([
  ['tomorrow 9', '11-26 09:00'],
  ['tomorrow', '11-26 09:00'],
  ['tomorrow at 18:30', '11-26 18:30'],
  ['next tue', '12-01 09:00'],
  ['fri', '11-27 09:00'],
  ['friday 14:30', '11-27 14:30'],
  ['mon 8am', '11-30 08:00'],
  ['in 3 hours', '11-25 18:20'],
  ['1h', '11-25 16:20'],
  ['30m', '11-25 15:50'],
  ['3 days', '11-28 09:00'],
  ['in 2 weeks', '12-09 09:00'],
  ['dec 3', '12-03 09:00'],
  ['3 dec 17:00', '12-03 17:00'],
  ['tonight', '11-25 22:00'],
  ['tomorrow evening', '11-26 20:00'],
  ['monday morning', '11-30 09:00'],
  ['18', '11-25 18:00'],
  ['9', '11-26 09:00'],
  ['yesterday', 'none'],
  ['xyzzy', 'none'],
  ['', 'none'],
])('"%s" means %s', async (text, time) => {
  expect(await meant(text)).toBe(time)
})

test.each([
  ['de-AT', 'morgen 9', '11-26 09:00'],
  ['de-DE', 'nächsten Dienstag', '12-01 09:00'],
  ['de-DE', 'in 3 Stunden', '11-25 18:20'],
  ['de-DE', 'tomorrow 9', '11-26 09:00'],
  ['fr-FR', 'demain', '11-26 09:00'],
  ['es-ES', 'mañana', '11-26 09:00'],
  ['ja-JP', '明日', '11-26 09:00'],
  ['de-DE', 'fri 14:30', '11-27 14:30'],
  ['it-IT', 'tomorrow 14:30', '11-26 14:30'],
  ['it-IT', 'venerdì 14:30', '11-27 14:30'],
  ['pt-BR', 'sexta 14:30', '11-27 14:30'],
  ['pt-BR', 'sexta às 14:30', '11-27 14:30'],
  ['sw-KE', 'tomorrow', '11-26 09:00'],
  ['en-GB', '3/12', '12-03 09:00'],
  ['en-US', '12/3', '12-03 09:00'],
])('in %s "%s" means %s', async (language, text, time) => {
  expect(await meant(text, language)).toBe(time)
})

const LOCALES = join(import.meta.dirname, '../../../../public/_locales')

test.each(readdirSync(LOCALES))(
  'the examples of times in %s can be typed by whoever has the browser in it',
  async (folder) => {
    const messages = JSON.parse(readFileSync(join(LOCALES, folder, 'messages.json'), 'utf8')) as Messages
    for (const key of ['triage_timeExamples', 'composer_timeExamples'])
      for (const example of messages[key]?.message.split(/[,،、]/) ?? []) {
        expect(await meant(example.trim(), folder.replace('_', '-')), example).toMatch(/^1[12]-\d\d \d\d:/)
      }
  },
)
