/** What a library found in a text that names a time. */
export interface FoundTime {
  /** Local ms. */
  at: number
  /** Whether the text names the hour; else `at` has some hour the library made up. */
  hasHour: boolean
  /** What the text says behind it. */
  rest: string
}

const MORNING = 9
const NOON = 12
const HOUR_ALONE = /^\D{0,8}?(\d{1,2})(?:[:.](\d{2}))?\s*$/

/**
 * The time (local ms) a person means by a text such as "tomorrow 9", "next tue", "in 3 hours"; null where it means
 * none, or one that is over. A day without an hour means its morning; an hour without a day the next time it strikes.
 * @param found in the text by a library
 */
export function timeMeant(text: string, found: FoundTime | null, now: number): number | null {
  const at = found ? hourOf(found, now) : nextStrike(text, now)
  return at !== null && at > now ? at : null
}

function hourOf({ at, hasHour, rest }: FoundTime, now: number): number {
  if (hasHour) return at
  const hour = clockOf(rest)
  if (hour) return withClock(at, hour)
  // "Evening" and the like come with an hour of their own; a mere day with noon, or with that of now.
  const made = new Date(at).getHours()
  const isMadeUp = made === NOON || made < MORNING || made === new Date(now).getHours()
  return isMadeUp ? withClock(at, [MORNING, 0]) : at
}

/** "9" and "18:30" mean today, or tomorrow where that is over. */
function nextStrike(text: string, now: number): number | null {
  const clock = clockOf(text)
  if (!clock) return null
  const today = withClock(now, clock)
  if (today > now) return today
  const tomorrow = new Date(now)
  tomorrow.setDate(tomorrow.getDate() + 1)
  return withClock(tomorrow.getTime(), clock)
}

function clockOf(text: string): [hour: number, minute: number] | null {
  const [, hours, minutes = '0'] = HOUR_ALONE.exec(text) ?? []
  const [hour, minute] = [Number(hours), Number(minutes)]
  return hours !== undefined && hour < 24 && minute < 60 ? [hour, minute] : null
}

function withClock(at: number, [hour, minute]: [number, number]): number {
  return new Date(at).setHours(hour, minute, 0, 0)
}
