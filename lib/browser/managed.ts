import browser from 'webextension-polyfill'

/** What Firefox says where nothing is written; Chromium gives nothing. */
const NOTHING_WRITTEN = /manifest not found/

/**
 * What administrators wrote for this extension, as they wrote it.
 * @throws where the browser cannot tell, which does not mean that nothing is decided
 */
export async function readManaged(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(null)
  } catch (error) {
    if (NOTHING_WRITTEN.test(String(error))) return {}
    throw error
  }
}

/** Calls back when it changed. Firefox reads it when it starts, and never again. */
export function onManaged(handle: () => void): void {
  if (!import.meta.env.FIREFOX) browser.storage.managed.onChanged.addListener(handle)
}
