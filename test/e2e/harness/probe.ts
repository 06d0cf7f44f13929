import type { Page } from 'playwright-core'

// The probe is a tab that shows the extension's manifest.json. That is a document of the extension's origin, with all
// of its browser APIs and storage, yet it runs none of its code and wakes no worker by looking.

/** The text on the toolbar button. */
export function readBadge(probe: Page): Promise<string> {
  return probe.evaluate(() => chrome.action.getBadgeText({}))
}

/** Ids of the notifications on show. */
export function readNotifications(probe: Page): Promise<string[]> {
  return probe.evaluate(async () => Object.keys(await chrome.notifications.getAll()))
}

/**
 * Makes an existing alarm go off now, through the browser, so that it wakes a stopped worker as in real life. Its
 * period stays. Unpacked extensions are not held to the minimum of 30 s, though at most one alarm a second fires.
 */
export async function fireAlarm(probe: Page, name: string): Promise<void> {
  const known = await probe.evaluate(async (wanted) => {
    const alarm = await chrome.alarms.get(wanted)
    if (!alarm) return (await chrome.alarms.getAll()).map((other) => other.name)
    const period = alarm.periodInMinutes
    // A run that is just ending books its own anew, in place of the one that was to go off now: then once more.
    await new Promise<void>((resolve) => {
      const set = () =>
        void chrome.alarms.create(wanted, {
          when: Date.now(),
          ...(period === undefined ? {} : { periodInMinutes: period }),
        })
      const again = setInterval(set, 2_000)
      const heard = (rung: chrome.alarms.Alarm) => {
        if (rung.name !== wanted) return
        chrome.alarms.onAlarm.removeListener(heard)
        clearInterval(again)
        resolve()
      }
      chrome.alarms.onAlarm.addListener(heard)
      set()
    })
    return undefined
  }, name)
  if (known) throw new Error(`No alarm "${name}"; set are: ${known.join(', ') || 'none'}`)
}

/** The alarms that are set. */
export function readAlarms(probe: Page): Promise<chrome.alarms.Alarm[]> {
  return probe.evaluate(() => chrome.alarms.getAll())
}
