import { failureText } from '../../lib/domain/failure.ts'
import type { SendIntent } from '../../lib/domain/intent.ts'

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
  label: 'Sending' | 'Sent' | 'Not confirmed' | 'Failed'
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
      return { label: 'Failed', note: reasonOf(send), tone: 'danger' }
    case 'unconfirmed':
      return {
        label: 'Not confirmed',
        note:
          send.misses > 0
            ? 'It was not found in the conversation so far.'
            : 'No answer came, so it may or may not have arrived.',
        tone: 'warning',
      }
    case 'sent':
      return { label: 'Sent', note: null, tone: 'quiet' }
    default: {
      if (behind) return { label: 'Sending', note: 'waits for the reply above', tone: 'quiet' }
      if (send.error?.kind === 'keyMissing') {
        return { label: 'Sending', note: 'waits until Parley is unlocked', tone: 'quiet' }
      }
      const disconnected = !online || send.error?.kind === 'offline'
      const space = full ? 'waits for free disk space' : null
      const note = disconnected ? 'waits for connection' : send.error ? 'will be tried again soon' : space
      return { label: 'Sending', note: late || send.error ? note : null, tone: 'quiet' }
    }
  }
}

function reasonOf({ error }: SendIntent): string {
  if (!error) return failureText({ kind: 'unknown', detail: null, retryAt: null })
  return error.text.trim() || failureText({ kind: error.kind, detail: null, retryAt: null })
}
