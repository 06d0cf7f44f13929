import { fold } from './searchText.ts'

const DAY = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/
const MONTH_AND_YEAR = /^(\D+?)(?:\s+(\d{4}))?$/
const AGO = /^(\d{1,4})\s*([dwmy])$/
const SHORTEST_MONTH = 3

/**
 * The beginning (local ms) of the day, month or year that somebody typed: `2026-03-01`, `2026-03`, `2026`, `today`,
 * `yesterday`, `this week`, `last week` (from Monday), `this month`, `last month`, `this year`, `last year`, `march`,
 * `mar 2025`, `7d`, `2w`, `3m`, `1y`; months in English and in the user's language. Null for anything else.
 * @param now local ms; a month without a year is the last one that began before
 */
export function searchDay(typed: string, now: number): number | null {
  const text = fold(typed).trim()
  const date = DAY.exec(text)
  if (date) return dayOf(Number(date[1]), Number(date[2] ?? 1), Number(date[3] ?? 1))
  const ago = AGO.exec(text)
  if (ago) return before(now, Number(ago[1]), ago[2] ?? '')
  return named(text, now) ?? monthNamed(text, now)
}

function dayOf(year: number, month: number, day: number): number | null {
  const date = new Date(year, month - 1, day)
  date.setFullYear(year)
  const isReal = date.getMonth() === month - 1 && date.getDate() === day
  return isReal ? date.getTime() : null
}

function before(now: number, count: number, unit: string): number {
  const date = midnight(now)
  if (unit === 'd') date.setDate(date.getDate() - count)
  if (unit === 'w') date.setDate(date.getDate() - 7 * count)
  if (unit === 'm') date.setMonth(date.getMonth() - count)
  if (unit === 'y') date.setFullYear(date.getFullYear() - count)
  return date.getTime()
}

function named(text: string, now: number): number | null {
  const date = midnight(now)
  const monday = date.getDate() - ((date.getDay() + 6) % 7)
  const days: Readonly<Record<string, () => unknown>> = {
    today: () => date,
    yesterday: () => date.setDate(date.getDate() - 1),
    'this week': () => date.setDate(monday),
    'last week': () => date.setDate(monday - 7),
    'this month': () => date.setDate(1),
    'last month': () => date.setMonth(date.getMonth() - 1, 1),
    'this year': () => date.setMonth(0, 1),
    'last year': () => date.setFullYear(date.getFullYear() - 1, 0, 1),
  }
  if (!Object.hasOwn(days, text)) return null
  days[text]?.()
  return date.getTime()
}

function monthNamed(text: string, now: number): number | null {
  const [, name = '', year] = MONTH_AND_YEAR.exec(text) ?? []
  if (name.length < SHORTEST_MONTH) return null
  const month = monthNames().findIndex((names) => names.some((one) => one.startsWith(name)))
  if (month < 0) return null
  if (year !== undefined) return dayOf(Number(year), month + 1, 1)
  const thisYear = new Date(now).getFullYear()
  const began = new Date(thisYear, month, 1).getTime()
  return began <= now ? began : new Date(thisYear - 1, month, 1).getTime()
}

let months: string[][] | undefined

/** Names of each month, folded, in English and in the user's language. */
function monthNames(): string[][] {
  months ??= Array.from({ length: 12 }, (_, month) =>
    ['en', undefined].map((language) =>
      fold(new Intl.DateTimeFormat(language, { month: 'long' }).format(new Date(2026, month, 1))),
    ),
  )
  return months
}

function midnight(now: number): Date {
  const date = new Date(now)
  date.setHours(0, 0, 0, 0)
  return date
}
