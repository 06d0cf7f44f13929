import type { Conversation } from '../../lib/domain/conversation.ts'
import { isVisible } from '../../lib/domain/text.ts'
import { text } from '../../lib/domain/texts.ts'

type Previewed = Pick<Conversation, 'preview' | 'title' | 'participants'>

export interface PreviewLine {
  /** Who wrote it: "You: " for own, the first name in a conversation of several; else empty. */
  who: string
  text: string
  /** True where the text is ours to say because the message has none. */
  substitute: boolean
}

/** The one line a row shows of the newest message. */
export function previewText(conversation: Previewed): PreviewLine {
  const { preview } = conversation
  if (!preview) return { who: '', text: text('list_noMessages'), substitute: true }
  const written = preview.text.trim()
  const who = whoWrote(conversation)
  if (isVisible(written)) return { who, text: written, substitute: false }
  return { who, text: text(preview.hasAttachment ? 'list_attachment' : 'list_noText'), substitute: true }
}

function whoWrote({ preview, participants, title }: Previewed): string {
  if (preview?.own) return `${text('list_you')} `
  const firstName = preview?.senderName?.trim().split(/\s+/)[0]
  // Told by the people, not by commas in the title: "Jane Doe, PhD" is one person.
  const named = participants.filter(({ name }) => name && title.includes(name))
  return preview?.own === false && firstName && named.length > 1
    ? `${text('list_writer', { name: firstName })} `
    : ''
}
