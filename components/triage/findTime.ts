import type { ParsedResult, ParsingOption } from 'chrono-node'
import { type FoundTime, timeMeant } from '../../lib/domain/typedTime.ts'

interface Parser {
  parse(text: string, reference: Date, option: ParsingOption): ParsedResult[]
}

/** The languages dates are read in beside English, each loaded when it is the browser's and a time is typed. */
const LANGUAGES: Readonly<Record<string, () => Promise<Parser>>> = {
  de: () => import('chrono-node/de'),
  es: () => import('chrono-node/es'),
  fr: () => import('chrono-node/fr'),
  it: () => import('chrono-node/it'),
  ja: () => import('chrono-node/ja'),
  nl: () => import('chrono-node/nl'),
  pt: () => import('chrono-node/pt'),
}

/**
 * The time (local ms) a typed text means in a language such as "de-AT", or in English; null for none.
 * @param language decides the order of day and month too
 */
export async function findTime(text: string, now: number, language: string): Promise<number | null> {
  if (text.trim() === '') return null
  for (const parser of await parsersOf(language)) {
    const meant = timeMeant(text, (written) => first(parser, written, now), now)
    if (meant !== null) return meant
  }
  return null
}

async function parsersOf(language: string): Promise<Parser[]> {
  const english = await import('chrono-node/en')
  const load = LANGUAGES[language.slice(0, 2)]
  if (load) return [await load(), english.GB]
  return [language === 'en-US' ? english : english.GB]
}

function first(parser: Parser, text: string, now: number): FoundTime | null {
  const [found] = parser.parse(text, new Date(now), { forwardDate: true })
  if (!found) return null
  const rest = text.slice(found.index + found.text.length)
  return { at: found.start.date().getTime(), hasHour: found.start.isCertain('hour'), rest }
}
