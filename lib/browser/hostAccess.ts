import browser from 'webextension-polyfill'

/** The API's host as the manifest asks for it. */
function origins(): string[] {
  const manifest = browser.runtime.getManifest() as { host_permissions?: string[] }
  return manifest.host_permissions ?? []
}

/** Whether the user (still) lets the extension reach the API; Firefox lets them take it back at any time. */
export function hasHostAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: origins() })
}

/** Asks for it; only inside a click. */
export function requestHostAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: origins() })
}
