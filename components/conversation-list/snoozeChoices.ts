import { text } from '../../lib/domain/texts.ts'
export interface SnoozeChoice {
  name: string
  /** Local ms. */
  until: number
}

const HOUR = 60 * 60_000
const MONDAY = 1

/** Until when a conversation can be put away. */
export function snoozeChoices(now: number): SnoozeChoice[] {
  return [
    { name: text('triage_laterToday'), until: now + 3 * HOUR },
    { name: text('triage_tomorrow'), until: morning(now, 1) },
    { name: text('triage_nextWeek'), until: morning(now, daysToMonday(now)) },
  ]
}

/** Nine o'clock some days on, by the calendar: a day is not always 24 hours. */
function morning(now: number, days: number): number {
  const date = new Date(now)
  date.setDate(date.getDate() + days)
  return date.setHours(9, 0, 0, 0)
}

function daysToMonday(now: number): number {
  return (7 + MONDAY - new Date(now).getDay()) % 7 || 7
}
