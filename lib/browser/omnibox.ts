import browser from 'webextension-polyfill'

/** Says in the address bar what typing after the keyword does. Chromium remembers it while no worker runs. */
export function describeOmnibox(): void {
  browser.omnibox?.setDefaultSuggestion({ description: 'Search your messages in Parley' })
}

/** Hears what is typed there. */
export function onOmnibox(handle: (text: string) => void): void {
  browser.omnibox?.onInputEntered.addListener((text) => handle(text.trim()))
}
