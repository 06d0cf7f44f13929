import { text } from './texts.ts'
/** A time a reply can be kept until, and what it is called. */
export interface LaterChoice {
  name: string
  /** Local ms. */
  at: number
}

const HOUR_MS = 3_600_000
const MONDAY = 1

/** The times most replies are kept until, soonest first. Mornings are the local ones: a day is not always 24 hours. */
export function laterChoices(now: number): LaterChoice[] {
  const date = new Date(now)
  const hour = date.getHours()
  const toMonday = (7 + MONDAY - date.getDay()) % 7 || 7
  return [
    { name: text('later_inAnHour'), at: now + HOUR_MS },
    ...(hour < 13 ? [{ name: text('later_afternoon'), at: onDay(now, 0, 14) }] : []),
    ...(hour >= 13 && hour < 17 ? [{ name: text('later_evening'), at: onDay(now, 0, 18) }] : []),
    { name: text('later_tomorrow'), at: onDay(now, 1, 9) },
    ...(toMonday === 1 ? [] : [{ name: text('later_monday'), at: onDay(now, toMonday, 9) }]),
  ]
}

function onDay(now: number, days: number, hour: number): number {
  const date = new Date(now)
  date.setDate(date.getDate() + days)
  return date.setHours(hour, 0, 0, 0)
}
