import browser from 'webextension-polyfill'
import { session } from './storageAreas.ts'

/** A small note that outlives the worker but not the browser; undefined where there is none. */
export async function readMemo(key: string): Promise<unknown> {
  return (await session.get([key]))[key]
}

export function writeMemo(key: string, value: unknown): Promise<void> {
  return session.set({ [key]: value })
}

export function forgetMemo(key: string): Promise<void> {
  return session.remove([key])
}

/** Forgets all notes but these. */
export async function forgetMemosBut(kept: readonly string[]): Promise<void> {
  const all = Object.keys(await browser.storage.session.get(null))
  await session.remove(all.filter((key) => !kept.includes(key)))
}

/** Calls back with the new value of a note whenever it is written anywhere; returns the way to stop. */
export function onMemo(key: string, handle: (value: unknown) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[key]
    if (area === 'session' && change) handle(change.newValue)
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
