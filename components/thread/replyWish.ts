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
  shown.add(hear)
  hear()
  return () => void shown.delete(hear)
}
