import browser from 'webextension-polyfill'

export interface Notice {
  id: string
  title: string
  message: string
  contextMessage?: string
  silent?: boolean
  /** Names of buttons; left out where the browser has none. */
  buttons?: readonly string[]
}

/** Firefox refuses notifications that ask for anything but texts. */
const ONLY_TEXTS = import.meta.env.FIREFOX

/** Whether a notification can be shown without its sound. */
export const SILENCES_NOTICES = !ONLY_TEXTS

/** Shows a desktop notification; one with the same id is replaced. */
export async function showNotice({ id, silent, buttons, ...texts }: Notice): Promise<void> {
  const iconUrl = browser.runtime.getURL('icons/128.png')
  const more = {
    ...(silent ? { silent } : {}),
    ...(buttons ? { buttons: buttons.map((title) => ({ title })) } : {}),
  }
  await browser.notifications.create(id, { type: 'basic', iconUrl, ...texts, ...(ONLY_TEXTS ? {} : more) })
}

/** The ids of the notifications that still stand. */
export async function standingNotices(): Promise<string[]> {
  return Object.keys(await browser.notifications.getAll())
}

export async function withdrawNotice(id: string): Promise<void> {
  await browser.notifications.clear(id)
}

export function onNoticeClicked(handle: (id: string) => void): void {
  browser.notifications.onClicked.addListener(handle)
}

/** @param handle is given which notification, and which of its buttons, counted from 0 */
export function onNoticeButton(handle: (id: string, button: number) => void): void {
  // Firefox has the event but no buttons; the types know neither.
  browser.notifications.onButtonClicked?.addListener(handle)
}
