import type { Browser } from 'webextension-polyfill'

/**
 * What builds take for webextension-polyfill, of which only the types are needed: every version we run in answers with
 * promises by itself, and wrapping each function, or even the code that would, costs every page and each start of the worker.
 */
const { browser, chrome } = globalThis as unknown as { browser: Browser; chrome: Browser }

export default import.meta.env.FIREFOX ? browser : chrome
