import browser from 'webextension-polyfill'

/** Calls back when one of the manifest's `commands` is pressed, inside that key press. */
export function onShortcut(handle: (name: string, windowId: number | undefined) => void): void {
  browser.commands.onCommand.addListener((name, tab) => handle(name, tab?.windowId))
}
