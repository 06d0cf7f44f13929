import browser from 'webextension-polyfill'

/** An entry of the menu that a press with the right button opens on a web page. */
export interface MenuEntry {
  id: string
  title: string
  context: 'link' | 'selection'
  /** For links: match patterns of what they lead to. */
  targets?: readonly string[]
}

export interface MenuChoice {
  id: string
  windowId: number | undefined
  linkUrl: string | undefined
  selectionText: string | undefined
}

/** Puts these entries, and no others, into the menu. The browser keeps them while no worker runs. */
export async function setMenu(entries: readonly MenuEntry[]): Promise<void> {
  await browser.contextMenus.removeAll()
  for (const { id, title, context, targets } of entries) {
    const where = targets ? { targetUrlPatterns: [...targets] } : {}
    browser.contextMenus.create({ id, title, contexts: [context], ...where })
  }
}

/** Calls back inside the click, so that the panel can be opened. */
export function onMenuChoice(handle: (choice: MenuChoice) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl, selectionText }, tab) =>
    handle({ id: String(menuItemId), windowId: tab?.windowId, linkUrl, selectionText }),
  )
}
