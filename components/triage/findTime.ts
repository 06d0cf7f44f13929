import type { ParsedResult, ParsingOption } from 'chrono-node'
import { type FoundTime, timeMeant } from '../../lib/domain/typedTime.ts'

type Parse = (text: string, reference: Date, option: ParsingOption) => ParsedResult[]

/**
 * The time (local ms) a typed text means in a language such as "de-AT", or in English; null for none.
 * @param language decides the order of day and month too
 */
export async function findTime(text: string, now: number, language: string): Promise<number | null> {
  if (text.trim() === '') return null
  const parsers = await parsersOf(language)
  const found = parsers.map((parse) => find(parse, text, now)).filter((one) => one !== null)
  // Each language reads a clock: whoever reads only that has not understood the day before it.
  const most = Math.max(...found.map(({ read }) => read))
  return timeMeant(text, found.find(({ read }) => read === most) ?? null, now)
}

async function parsersOf(language: string): Promise<Parse[]> {
  const english = await import('chrono-node/en')
  const british: Parse = (...what) => english.GB.parse(...what)
  if (language.startsWith('en')) return [language === 'en-US' ? english.parse : british]
  const { TIME_LANGUAGES } = await import('./timeLanguages.ts')
  const parse = Object.entries<Parse>(TIME_LANGUAGES).find(([code]) => language.startsWith(code))?.[1]
  return parse ? [parse, british] : [british]
}

/** What is read of a text, and how many characters of it. */
interface Reading extends FoundTime {
  read: number
}

function find(read: Parse, text: string, now: number): Reading | null {
  const parse = (part: string) => read(part, new Date(now), { forwardDate: true })[0]
  const found = parse(text)
  if (!found) return null
  if (/\p{L}/u.test(text.slice(0, found.index))) {
    // A day that stands before the clock and is not read with it, as Portuguese ones are.
    const clock = text.search(/\d/)
    const day = clock > 0 ? parse(text.slice(0, clock)) : undefined
    if (day) return reading(day, text.slice(clock), day.text.length + text.length - clock)
  }
  return reading(found, text.slice(found.index + found.text.length), found.text.length)
}

function reading({ start }: ParsedResult, rest: string, read: number): Reading {
  return { at: start.date().getTime(), hasHour: start.isCertain('hour'), rest, read }
}
