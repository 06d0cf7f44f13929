import { failureText } from '../../lib/domain/failure.ts'
import type { SendIntent } from '../../lib/domain/intent.ts'
import { text } from '../../lib/domain/texts.ts'

export interface SendCircumstances {
  online: boolean
  /** Queued for longer than a send takes when all is well. */
  late: boolean
  /** The disk is full, so that the step to the next state may not be possible. */
  full: boolean
  /** An earlier reply of this conversation failed or is not confirmed, and holds the line. */
  behind: boolean
}

export interface SendStateText {
  label: string
  note: string | null
  tone: 'quiet' | 'warning' | 'danger'
}

/** The state of an own message in words. */
export function sendStateText(
  send: SendIntent,
  { online, late, full, behind }: SendCircumstances,
): SendStateText {
  switch (send.state) {
    case 'failed':
      return { label: text('send_failed'), note: reasonOf(send), tone: 'danger' }
    case 'unconfirmed':
      return {
        label: text('send_notConfirmed'),
        note: send.misses > 0 ? text('send_notFoundSoFar') : text('send_noAnswer'),
        tone: 'warning',
      }
    case 'sent':
      return { label: text('send_sent'), note: null, tone: 'quiet' }
    default: {
      if (behind) return { label: text('send_sending'), note: text('send_waitsForReplyAbove'), tone: 'quiet' }
      if (send.error?.kind === 'keyMissing') {
        return { label: text('send_sending'), note: text('send_waitsForUnlocking'), tone: 'quiet' }
      }
      const disconnected = !online || send.error?.kind === 'offline'
      const space = full ? text('send_waitsForSpace') : null
      const note = disconnected
        ? text('send_waitsForConnection')
        : send.error
          ? text('send_triedAgainSoon')
          : space
      return { label: text('send_sending'), note: late || send.error ? note : null, tone: 'quiet' }
    }
  }
}

function reasonOf({ error }: SendIntent): string {
  if (!error) return failureText({ kind: 'unknown', detail: null, retryAt: null })
  return error.text.trim() || failureText({ kind: error.kind, detail: null, retryAt: null })
}
