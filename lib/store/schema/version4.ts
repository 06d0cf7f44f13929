/** What the fourth version adds: files waiting to be sent, what is in them, and received files that were looked at. */
export const VERSION_4 = {
  files: 'id, conversationId, taken',
  fileContents: 'id',
  media: 'url, accountId, [fetchedAt+byteSize]',
} as const
