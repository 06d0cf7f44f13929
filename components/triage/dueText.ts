import { dateFormat } from '../../lib/domain/dateFormat.ts'

const day = dateFormat({ weekday: 'short', day: 'numeric', month: 'short' })
const clock = dateFormat({ hour: 'numeric', minute: '2-digit' })

/** A local time (ms) to come, as short as it can be told: "Thu, 26 Nov, 9:00", and today's "18:20". */
export function dueText(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  return isToday ? clock(at) : `${day(at)}, ${clock(at)}`
}
