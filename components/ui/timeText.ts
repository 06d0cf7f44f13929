import { dateFormat } from '../../lib/domain/dateFormat.ts'
import { numberText, text } from '../../lib/domain/texts.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const clock = dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const weekday = dateFormat({ weekday: 'short' })
const day = dateFormat({ day: 'numeric', month: 'short' })
const dated = dateFormat({ weekday: 'short', day: 'numeric', month: 'short' })
const year = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' })
const full = dateFormat({ dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' })

/** "14:05" in local time. */
export function clockText(at: number): string {
  return clock(at)
}

/** A time with all there is to know of it, for hovering and listening. */
export function absoluteText(at: number): string {
  return full(at)
}

/** How long ago, as short as a row needs it: "now", "5m", "3h", "Tue", "12 Mar", "12 Mar 2024". */
export function relativeText(at: number, now: number): string {
  const age = now - at
  if (age < MINUTE) return text('time_now')
  if (age < HOUR) return text('time_minutesShort', { count: whole(age, MINUTE) })
  if (age < 12 * HOUR || isSameDay(at, now)) return text('time_hoursShort', { count: whole(age, HOUR) })
  if (age < 6 * 24 * HOUR) return weekday(at)
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? day(at) : year(at)
}

/** How long ago, in a sentence: "just now", "1 min", "2 h", "3 d". */
export function ageText(age: number): string {
  if (isJustNow(age)) return text('time_justNow')
  if (age < HOUR) return text('time_minutes', { count: whole(age, MINUTE) })
  if (age < 48 * HOUR) return text('time_hours', { count: whole(age, HOUR) })
  return text('time_days', { count: whole(age, 24 * HOUR) })
}

/** Whether something is so new (ms) that its age is not counted. */
export function isJustNow(age: number): boolean {
  return age < MINUTE
}

/** A time to come or just past, as one says it: "today 14:00", "tomorrow 09:00", "Thu, 26 Nov, 09:00". */
export function momentText(at: number, now: number): string {
  const dayFromNow = (days: number) => {
    const date = new Date(now)
    date.setDate(date.getDate() + days)
    return date.getTime()
  }
  const time = clockText(at)
  if (isSameDay(at, now)) return text('time_today', { time })
  if (isSameDay(at, dayFromNow(1))) return text('time_tomorrow', { time })
  if (isSameDay(at, dayFromNow(-1))) return text('time_yesterday', { time })
  return text('time_dated', { date: dated(at), time })
}

/** How many whole units there are in a time. */
function whole(age: number, unit: number): string {
  return numberText(Math.floor(age / unit))
}

function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}
