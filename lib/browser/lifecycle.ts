import browser from 'webextension-polyfill'

/** Calls back when the browser starts and when the extension is installed or updated. */
export function onStart(handle: () => void): void {
  browser.runtime.onStartup.addListener(handle)
  browser.runtime.onInstalled.addListener(handle)
}

/** Calls back with the version before, once the extension was updated; never on an install. */
export function onUpdated(handle: (from: string) => void): void {
  browser.runtime.onInstalled.addListener(({ previousVersion }) => {
    if (previousVersion) handle(previousVersion)
  })
}

export function onOnline(handle: () => void): void {
  globalThis.addEventListener('online', handle)
}

export function extensionVersion(): string {
  return browser.runtime.getManifest().version
}
