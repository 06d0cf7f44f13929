import browser from 'webextension-polyfill'

/** What administrators wrote for this extension, as they wrote it. Browsers with nothing written give nothing, or reject. */
export async function readManaged(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(null)
  } catch {
    return {}
  }
}

/** Calls back when it changed. Firefox reads it when it starts and does not tell. */
export function onManaged(handle: () => void): void {
  browser.storage.managed?.onChanged?.addListener(handle)
}
