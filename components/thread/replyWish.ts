let wished: string | null = null

/** A conversation is about to open in order to be answered. */
export function wishReply(conversationId: string): void {
  wished = conversationId
}

/** Whether that conversation was opened in order to be answered; true once. */
export function takeReplyWish(conversationId: string): boolean {
  const taken = wished === conversationId
  if (taken) wished = null
  return taken
}
