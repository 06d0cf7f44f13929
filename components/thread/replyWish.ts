import { useSyncExternalStore } from 'react'

let wished: string | null = null
const shown = new Set<() => void>()

/** A conversation is about to open in order to be answered. */
export function wishReply(conversationId: string): void {
  wished = conversationId
  for (const hear of shown) hear()
}

/** Calls back, once, when that conversation was opened in order to be answered, or is asked for again; returns the way to stop. */
export function onReplyWish(conversationId: string, answer: () => void): () => void {
  const hear = () => {
    if (wished !== conversationId) return
    wished = null
    answer()
  }
  hear()
  return subscribe(hear)
}

/** Whether that conversation is being opened in order to be answered. */
export function useReplyWished(conversationId: string): boolean {
  return useSyncExternalStore(subscribe, () => wished === conversationId)
}

function subscribe(hear: () => void): () => void {
  shown.add(hear)
  return () => void shown.delete(hear)
}
