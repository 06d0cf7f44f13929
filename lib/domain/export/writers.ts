import { channelName } from '../channel.ts'
import type { Conversation } from '../conversation.ts'
import type { Message } from '../message.ts'
import { text } from '../texts.ts'
import { csvLine } from './csvLine.ts'
import { markdownText } from './markdownText.ts'

export type ExportFormat = 'json' | 'csv' | 'markdown'

/** A conversation with the name of the account it belongs to. */
export interface ExportedThread {
  conversation: Conversation
  account: string
}

/** How one format is written, piece by piece, so that no export is ever whole in memory. */
export interface Writer {
  begin(): string
  /** Before the messages of a thread. */
  thread(thread: ExportedThread): string
  message(message: Message, thread: ExportedThread): string
}

const COLUMNS = [
  'time',
  'account',
  'conversation',
  'channel',
  'from',
  'direction',
  'text',
  'attachments',
] as const

/** For spreadsheets: a line a message. The mark in front tells them that it is Unicode. */
export const csvWriter: Writer = {
  begin: () => `\uFEFF${csvLine(COLUMNS.map((name) => text(`export_column_${name}`)))}`,
  thread: () => '',
  message: (message, { conversation, account }) =>
    csvLine([
      timeText(message.sentAt),
      account,
      conversation.title,
      channelName(conversation.channel),
      senderOf(message, { conversation, account }),
      text(message.own ? 'export_out' : 'export_in'),
      message.text,
      attachmentNames(message),
    ]),
}

/** For people: a heading a conversation. */
export const markdownWriter: Writer = {
  begin: () => '',
  thread: ({ conversation, account }) =>
    `# ${oneLine(conversation.title)}\n\n${oneLine(account)}, ${channelName(conversation.channel)}\n\n`,
  message(message, thread) {
    const files = attachmentNames(message)
    const parts = [
      `**${oneLine(senderOf(message, thread))}**, ${timeText(message.sentAt)}`,
      ...(message.text === '' ? [] : [markdownText(message.text)]),
      ...(files === '' ? [] : [`*${text('export_attachments', { names: oneLine(files) })}*`]),
    ]
    return `${parts.join('\n\n')}\n\n`
  },
}

function oneLine(given: string): string {
  return markdownText(given.replace(/\s+/g, ' ').trim())
}

function senderOf(message: Message, { conversation, account }: ExportedThread): string {
  return message.own ? account : message.senderName?.trim() || conversation.title
}

function attachmentNames({ attachments, hasAttachment }: Message): string {
  const names = attachments.map(({ name }) => name?.trim() || text('export_attachment'))
  return names.length === 0 && hasAttachment ? text('export_attachment') : names.join('; ')
}

/** Beyond this a date has no form, ms. */
const LAST_DATE = 8.64e15

function timeText(at: number): string {
  return Math.abs(at) <= LAST_DATE ? new Date(at).toISOString() : ''
}
