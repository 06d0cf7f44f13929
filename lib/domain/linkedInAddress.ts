import type { Conversation } from './conversation.ts'

/** The page of LinkedIn that shows a conversation, for the user to open in a tab of their own. */
export function linkedInAddress(
  conversation: Pick<Conversation, 'channel' | 'key' | 'salesNavThreadId'>,
): string {
  const { channel, key, salesNavThreadId } = conversation
  // LinkedIn writes the padding of its keys as it is.
  const written = (id: string) => encodeURIComponent(id).replaceAll('%3D', '=')
  return channel === 'salesNav'
    ? `https://www.linkedin.com/sales/inbox/${written(salesNavThreadId ?? key)}`
    : `https://www.linkedin.com/messaging/thread/${written(key)}/`
}
