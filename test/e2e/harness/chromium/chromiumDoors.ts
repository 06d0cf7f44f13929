import type { BrowserContext, Page } from 'playwright-core'
import type { Doors } from '../browserRun.ts'
import type { WorkerControl } from './workerControl.ts'

/**
 * What the browser tells the worker of its menu, keys and address bar, told by the test. That carries no permission to open the
 * panel, so that a window comes instead.
 */
export function chromiumDoors(context: BrowserContext, worker: WorkerControl): Doors {
  const opened = async (work: Promise<void>): Promise<Page> => {
    const [page] = await Promise.all([context.waitForEvent('page'), work])
    await page.waitForLoadState()
    return page
  }
  const choose = (menuItemId: string, info: object) =>
    worker.evaluate(
      async ([id, more]) => {
        const [tab] = await chrome.tabs.query({})
        const clicked = chrome.contextMenus.onClicked as unknown as {
          dispatch(info: object, tab: unknown): void
        }
        clicked.dispatch({ menuItemId: id, ...more }, tab)
      },
      [menuItemId, info] as const,
    )
  return {
    messageTo: (linkUrl) => opened(choose('message', { linkUrl })),
    searchFor: (selectionText) => opened(choose('search', { selectionText })),
    press: (command) =>
      opened(
        worker.evaluate(async (name) => {
          const [tab] = await chrome.tabs.query({})
          const pressed = chrome.commands.onCommand as unknown as {
            dispatch(name: string, tab: unknown): void
          }
          pressed.dispatch(name, tab)
        }, command),
      ),
    enterInAddressBar: (text) =>
      worker.evaluate((entered) => {
        const { onInputEntered } = chrome.omnibox as unknown as {
          onInputEntered: { dispatch(text: string, how: string): void }
        }
        onInputEntered.dispatch(entered, 'currentTab')
      }, text),
  }
}
