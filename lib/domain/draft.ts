/** An unfinished reply. One a conversation, never thrown away. */
export interface Draft {
  conversationId: string
  text: string
  updatedAt: number
}
