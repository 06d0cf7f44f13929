/** Hours without notifications, in minutes of the local day (to: up to 1,440); they may run over midnight. */
export interface QuietHours {
  from: number
  to: number
}

/** The quiet hours that begin on each weekday, Sunday first; null for a day on which none begin. */
export type QuietWeek = readonly (QuietHours | null)[]

const DAYS = 7

/** The whole of a day. */
export const ALL_DAY: Readonly<QuietHours> = { from: 0, to: 24 * 60 }

/** The same hours on every day. */
export function everyDay(hours: QuietHours | null): QuietWeek {
  return Array<QuietHours | null>(DAYS).fill(hours)
}

/** Whether it is quiet at a local time (ms), by the clock on the wall. */
export function isQuiet(week: QuietWeek | null, now: number): boolean {
  if (!week) return false
  const wall = new Date(now)
  const minute = wall.getHours() * 60 + wall.getMinutes()
  const today = week[wall.getDay()]
  const yesterday = week[(wall.getDay() + DAYS - 1) % DAYS]
  if (yesterday && yesterday.from > yesterday.to && minute < yesterday.to) return true
  if (!today || minute < today.from) return false
  return today.from > today.to || minute < today.to
}
