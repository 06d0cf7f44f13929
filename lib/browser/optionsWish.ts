import browser from 'webextension-polyfill'
import { onMemo, readMemo, writeMemo } from './memo.ts'

const WISH = 'optionsWish'
const PAGE = 'options.html'
/** A wish older than this (ms) was meant for a page that never came. */
const WISH_LIFE_MS = 15_000

interface Wish {
  section: string
  at: number
}

/** Opens the options, in the tab they are open in if there is one, at a section where one is named. */
export async function openOptions(section?: string): Promise<void> {
  // Where it is lost, they open at their top.
  if (section !== undefined) {
    await writeMemo(WISH, { section, at: Date.now() } satisfies Wish).catch(() => undefined)
  }
  // Firefox finds them by their whole address alone, which tells the section they are at.
  const [open] = await browser.tabs.query({ url: browser.runtime.getURL(PAGE) })
  if (open?.id === undefined) return browser.runtime.openOptionsPage()
  await browser.tabs.update(open.id, { active: true })
  await browser.windows.update(open.windowId ?? browser.windows.WINDOW_ID_CURRENT, { focused: true })
}

/** Tells the options page which section it is asked to show, now and later. */
export function onOptionsWish(show: (section: string) => void): void {
  const take = (value: unknown) => {
    const wish = value as Wish | undefined
    if (wish && Math.abs(Date.now() - wish.at) < WISH_LIFE_MS) show(wish.section)
  }
  onMemo(WISH, take)
  readMemo(WISH).then(take, () => undefined)
}
