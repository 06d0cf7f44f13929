import browser from 'webextension-polyfill'
import { text } from '../domain/texts.ts'

/** Says in the address bar what typing after the keyword does. Chromium remembers it while no worker runs. */
export function describeOmnibox(): void {
  browser.omnibox?.setDefaultSuggestion({ description: text('omnibox_hint') })
}

/** Hears what is typed there. */
export function onOmnibox(handle: (text: string) => void): void {
  browser.omnibox?.onInputEntered.addListener((typed) => handle(typed.trim()))
}
