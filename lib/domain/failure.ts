import { text } from './texts.ts'

/** What can go wrong, as one word each; texts and waits are chosen by this word and never by a message's wording. */
export type FailureKind =
  | 'keyMissing'
  | 'keyRejected'
  | 'subscriptionNeeded'
  | 'disconnected'
  | 'accountGone'
  | 'permissionMissing'
  | 'offline'
  | 'timeout'
  | 'rateLimited'
  | 'budget'
  | 'notFound'
  | 'refused'
  | 'server'
  | 'badResponse'
  | 'tooLarge'
  | 'storage'
  | 'damaged'
  | 'managed'
  | 'unknown'

/** A failure as plain data: what crosses contexts and is kept in rows. `retryAt` is local ms. */
export interface Failure {
  kind: FailureKind
  /** The API's sentence, if it gave one. */
  detail: string | null
  status: number | null
  retryAt: number | null
}

/** The failure in words a user understands, ending with the way out. */
export function failureText({ kind, detail }: Pick<Failure, 'kind' | 'detail' | 'retryAt'>): string {
  switch (kind) {
    case 'subscriptionNeeded':
    case 'notFound':
    case 'refused':
    case 'server':
      return text(`failure_${kind}`, { said: saidByApi(detail) })
    default:
      return text(`failure_${kind}`)
  }
}

/** What the API said, led in by a space, as a sentence of its own. Its full stop, where it has one, is enough; a bare status says nothing. */
export function saidByApi(detail: string | null): string {
  const words = detail?.trim()
  if (!words || /^HTTP \d+$/.test(words)) return ''
  return ` ${text('failure_said', { words })}${/[.!?…。！？؟]$/u.test(words) ? '' : '.'}`
}
