import browser from 'webextension-polyfill'
import { hashOf, type Route } from '../domain/panelRoute.ts'
import { onMemo, readMemo, writeMemo } from './memo.ts'

const WISH = 'panelWish'
/** A wish older than this (ms) was meant for a panel that never came. */
const WISH_LIFE_MS = 15_000
const PAGE = 'sidepanel.html'

interface Wish {
  route: Route
  windowId: number
  at: number
}

/**
 * Opens the side panel (Firefox: the sidebar) of a window on a place in it; both may still have to be looked up, within
 * the seconds for which a click counts. Must be called inside a click, before any await; where the browser has no panel or
 * refuses, the same page opens in a window of its own.
 */
export function openPanel(windowId: number | Promise<number>, place: Route | Promise<Route>): Promise<void> {
  const opened = askForPanel(windowId)
  // Where it is lost, the panel opens where it was.
  void wish(windowId, place).catch(() => undefined)
  return opened.catch(async () => openWindow(await place))
}

async function wish(windowId: number | Promise<number>, place: Route | Promise<Route>): Promise<void> {
  const wished: Wish = { route: await place, windowId: await windowId, at: Date.now() }
  await writeMemo(WISH, wished)
}

async function askForPanel(windowId: number | Promise<number>): Promise<void> {
  const sidePanel = typeof chrome === 'undefined' ? undefined : chrome.sidePanel
  if (sidePanel?.open)
    return sidePanel.open({ windowId: typeof windowId === 'number' ? windowId : await windowId })
  const { sidebarAction } = browser as { sidebarAction?: { open(): Promise<void> } }
  if (!sidebarAction) throw new Error('This browser has no panel')
  return sidebarAction.open()
}

async function openWindow(route: Route): Promise<void> {
  const url = browser.runtime.getURL(`${PAGE}${hashOf(route)}`)
  await browser.windows.create({ url, type: 'popup', width: 420, height: 760 })
}

/** Shows a place without a click to build on (a notification was clicked): in an open panel if there is one. */
export async function showWithoutClick(route: Route): Promise<void> {
  const pages = await openPages()
  const panel = pages.find((page) => page.contextType === 'SIDE_PANEL') ?? pages[0]
  if (!panel) {
    const window = await browser.windows.getLastFocused()
    return openPanel(window.id ?? -1, route)
  }
  const wish: Wish = { route, windowId: panel.windowId, at: Date.now() }
  await writeMemo(WISH, wish)
  if (panel.tabId >= 0) await browser.tabs.update(panel.tabId, { active: true })
  await browser.windows.update(panel.windowId, { focused: true })
}

async function openPages(): Promise<chrome.runtime.ExtensionContext[]> {
  if (typeof chrome === 'undefined' || !chrome.runtime.getContexts) return []
  const contexts = await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL', 'TAB'] })
  return contexts.filter((context) => context.documentUrl?.includes(PAGE))
}

/** Tells a panel page what it is asked to show, now and later; returns the way to stop. */
export function onPanelWish(show: (route: Route) => void): () => void {
  let stopped = false
  const here = browser.windows.getCurrent()
  const take = async (value: unknown) => {
    const wish = value as Wish | undefined
    const window = await here
    const fresh = wish && Math.abs(Date.now() - wish.at) < WISH_LIFE_MS
    if (!stopped && fresh && wish.windowId === window.id) show(wish.route)
  }
  // A page that goes away meanwhile has nothing to show it in.
  const hear = (value: unknown) => void take(value).catch(() => undefined)
  const stop = onMemo(WISH, hear)
  readMemo(WISH).then(hear, () => undefined)
  return () => {
    stopped = true
    stop()
  }
}
