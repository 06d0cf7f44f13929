// A Sunday.
const SUNDAY = Date.UTC(2026, 0, 4)
const DAY = 86_400_000
const DAYS = 7
const MONDAY = 1

interface WeekInfo {
  getWeekInfo?: () => { firstDay: number }
  weekInfo?: { firstDay: number }
}

/** The days of the week (0 is Sunday) with their names in a language, in the order people of a place write them. */
export function weekdays(language: string, place: string): { day: number; name: string }[] {
  const names = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const first = firstDayOf(place)
  return Array.from({ length: DAYS }, (_, at) => {
    const day = (first + at) % DAYS
    return { day, name: names.format(SUNDAY + day * DAY) }
  })
}

/** Where nobody tells, the Monday of ISO 8601. */
function firstDayOf(place: string): number {
  const locale = new Intl.Locale(place) as Intl.Locale & WeekInfo
  const info = locale.getWeekInfo?.() ?? locale.weekInfo
  return info ? info.firstDay % DAYS : MONDAY
}
