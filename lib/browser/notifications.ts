import browser from 'webextension-polyfill'

export interface Notice {
  id: string
  title: string
  message: string
  contextMessage?: string
}

/** Shows a desktop notification; one with the same id is replaced. */
export async function showNotice({ id, ...texts }: Notice): Promise<void> {
  const iconUrl = browser.runtime.getURL('icons/128.png')
  await browser.notifications.create(id, { type: 'basic', iconUrl, ...texts })
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
