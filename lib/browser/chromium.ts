import type { Browser } from 'webextension-polyfill'

/**
 * What the build for Chromium takes for webextension-polyfill: every version we run in answers with promises by itself,
 * and wrapping each of its functions would cost every page and each start of the worker time and room.
 */
const browser = (globalThis as unknown as { chrome: Browser }).chrome

export default browser
