import browser from 'webextension-polyfill'

/** Says in the address bar what typing after the keyword does, and hears what is typed there. */
export function onOmnibox(handle: (text: string) => void): void {
  browser.omnibox?.setDefaultSuggestion({ description: 'Search your messages in Parley' })
  browser.omnibox?.onInputEntered.addListener((text) => handle(text.trim()))
}
