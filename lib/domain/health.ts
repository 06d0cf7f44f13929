/** What an account can do at the moment. Times are local ms. */
export type AccountHealth =
  | { state: 'upToDate' }
  | { state: 'offline' }
  /** `since` the API asked for it; `unnamed`: so many pauses in a row for which it named no end. */
  | { state: 'rateLimited'; until: number; since?: number; unnamed?: number }
  /** There is no key to ask with: it is locked, or was forgotten with the browser's last session. */
  | { state: 'locked' }
  | { state: 'signedOut'; nextTryAt?: number }
  | { state: 'subscriptionNeeded'; reason: string; nextTryAt?: number }
  | { state: 'disconnected' }
  | { state: 'error'; reason: string; nextTryAt: number; failures: number }

/** True where only the user can mend the account, so that polling rests until they did. */
export function needsUser(health: AccountHealth): boolean {
  return ['locked', 'signedOut', 'subscriptionNeeded', 'disconnected'].includes(health.state)
}
