import type { Preview } from './conversation.ts'
import type { Message } from './message.ts'
import { cutText } from './text.ts'

/** Much more than a row shows of its newest message; the rest would be read with every list for nothing. */
const PREVIEW_LENGTH = 500

/** As much of a message's text as a row keeps. */
export function previewTextOf(text: string): string {
  return cutText(text.trim(), PREVIEW_LENGTH)
}

/** What a list row shows after a message was stored: the newer of both; at the same moment the message, which knows whose it is. */
export function newerPreview(preview: Preview | null, message: Message | null): Preview | null {
  if (!message || (preview?.sentAt ?? 0) > message.sentAt) return preview
  return {
    text: previewTextOf(message.text),
    sentAt: message.sentAt,
    own: message.own,
    senderName: message.senderName,
    hasAttachment: message.hasAttachment,
  }
}
