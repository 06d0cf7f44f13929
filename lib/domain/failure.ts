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
export function failureText(failure: Pick<Failure, 'kind' | 'detail' | 'retryAt'>): string {
  const said = saidByApi(failure.detail)
  switch (failure.kind) {
    case 'keyMissing':
      return 'Parley has no key at the moment. Unlock it or enter your API key, then try again.'
    case 'keyRejected':
      return 'The API key was rejected. Check that you copied the whole key, or create a new one.'
    case 'subscriptionNeeded':
      return `The trial or subscription for API access has expired.${said} Renew it in your ConnectSafely account, then try again.`
    case 'disconnected':
      return 'LinkedIn signed this account out. Reconnect it in your ConnectSafely dashboard.'
    case 'accountGone':
      return 'This account is switched off, or your key does not reach it any more. Bring it back in the settings, then try again.'
    case 'permissionMissing':
      return 'The browser does not let the companion reach the API. Allow access to its site in the extension settings.'
    case 'offline':
      return 'The API could not be reached. Check your network connection, then try again.'
    case 'timeout':
      return 'The API did not answer in time. Try again in a moment.'
    case 'rateLimited':
      return 'The API asks for a pause. It goes on by itself when the pause is over.'
    case 'budget':
      return 'Many requests were made in the last minute. It goes on by itself within a minute.'
    case 'notFound':
      return `The API does not know this any more.${said} Sync, then try again.`
    case 'refused':
      return `The API refused this.${said} Change it and try again.`
    case 'server':
      return `The API has a problem of its own.${said} Try again in a moment.`
    case 'badResponse':
      return 'The API answered something that could not be understood. Try again in a moment.'
    case 'tooLarge':
      return 'This file is larger than 24 MB, which is the most Parley fetches. Open it on LinkedIn.'
    case 'storage':
      return 'The browser could not save this. Free some disk space, then try again.'
    case 'unknown':
      return 'Something went wrong. Try again.'
  }
}

/** What the API said, led in by a space, as a sentence of its own. Its full stop, where it has one, is enough; a bare status says nothing. */
export function saidByApi(detail: string | null): string {
  const words = detail?.trim()
  if (!words || /^HTTP \d+$/.test(words)) return ''
  return ` The API says: “${words}”${/[.!?…。！？؟]$/u.test(words) ? '' : '.'}`
}
