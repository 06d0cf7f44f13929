import { language, text } from './texts.ts'

const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()
const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of a time as `2025-03-31`, in a zone (the browser's own where left out). Sorts as text. */
export function dayOf(at: number, timeZone?: string): string {
  if (timeZone === undefined) {
    if (at < last.from || at >= last.to) last = localDay(at)
    return last.day
  }
  const parts = formatOf(timeZone).formatToParts(at)
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value)
  return isoDay(part('year'), part('month'), part('day'))
}

/** The day asked for last: a thread asks for message after message, many of one day. Times are ms, `to` excluded. */
let last = { from: 0, to: 0, day: '' }

function localDay(at: number): typeof last {
  const date = new Date(at)
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()]
  const startOf = (dayOfMonth: number) => new Date(year, month, dayOfMonth).getTime()
  return { from: startOf(day), to: startOf(day + 1), day: isoDay(year, month + 1, day) }
}

/** A day as people say it: "Today", "Yesterday", "Monday, 3 March", with the year if it is another one. */
export function dayText(day: string, now: number, timeZone?: string, locale = language()): string {
  const today = dayOf(now, timeZone)
  if (day === today) return text('day_today')
  const noon = noonOf(day)
  if (noonOf(today) - noon === DAY_MS) return text('day_yesterday')
  return dayFormatOf(day.slice(0, 4) === today.slice(0, 4), locale).format(noon)
}

function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`)
}

function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Making one costs as much as a hundred uses of it. */
function dayFormatOf(sameYear: boolean, locale: string): Intl.DateTimeFormat {
  const name = `${sameYear} ${locale}`
  let format = dayFormats.get(name)
  if (!format) {
    const length = sameYear ? 'long' : 'short'
    format = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      weekday: length,
      day: 'numeric',
      month: length,
      ...(sameYear ? {} : { year: 'numeric' }),
    })
    dayFormats.set(name, format)
  }
  return format
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' })
    formats.set(timeZone, format)
  }
  return format
}
