import browser from 'webextension-polyfill'

type AlarmName = 'poll' | 'outbox' | 'snooze' | 'lock' | 'travel'

/** The least delay (ms) that Chromium grants an installed extension's alarm. */
export const SHORTEST_ALARM_MS = 30_000

const REPEAT_MINUTES = 1
/** Those this worker, the only one to set alarms, took away: each call of the browser costs it a wake-up. */
const cleared = new Set<AlarmName>()

/**
 * Sets (or moves) an alarm to a local time (ms); null takes it away. It rings again every minute until it is moved or
 * taken away, so that a worker that dies before it gets to that is woken once more.
 */
export async function bookAlarm(name: AlarmName, at: number | null, now: number): Promise<void> {
  if (at === null) {
    if (cleared.has(name)) return
    cleared.add(name)
    await browser.alarms.clear(name)
  } else {
    cleared.delete(name)
    const when = Math.max(at, now + SHORTEST_ALARM_MS)
    await browser.alarms.create(name, { when, periodInMinutes: REPEAT_MINUTES })
  }
}

/** When an alarm will ring, local ms, or null. */
export async function alarmTime(name: AlarmName): Promise<number | null> {
  return (await browser.alarms.get(name))?.scheduledTime ?? null
}

export function onAlarm(handle: (name: string) => void): void {
  browser.alarms.onAlarm.addListener((alarm) => handle(alarm.name))
}
