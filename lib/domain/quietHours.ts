/** Hours without notifications, in minutes of the local day; they may run over midnight. */
export interface QuietHours {
  from: number
  to: number
}

/** Whether it is quiet at a local time (ms), by the clock on the wall. */
export function isQuiet(hours: QuietHours | null, now: number): boolean {
  if (!hours) return false
  const { from, to } = hours
  const wall = new Date(now)
  const minute = wall.getHours() * 60 + wall.getMinutes()
  return from <= to ? from <= minute && minute < to : from <= minute || minute < to
}
