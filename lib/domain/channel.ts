import { text } from './texts.ts'
/** Where a conversation lives: the normal LinkedIn inbox or Sales Navigator. Fixed for the life of a thread. */
export type Channel = 'inbox' | 'salesNav'

/** The channel as the user reads it on the send button and in headers. */
export function channelName(channel: Channel): string {
  return text(`channel_${channel}`)
}
