import type { SendIntent } from '../../../../lib/domain/intent.ts'

let made = 0

/** A queued reply; say what differs. */
export function makeSend(change: Partial<SendIntent> & Pick<SendIntent, 'conversationId'>): SendIntent {
  made += 1
  const createdAt = change.createdAt ?? Date.UTC(2026, 0, 5, 10, 0) + made * 60_000
  return {
    id: `${createdAt.toString(16).padStart(12, '0')}-${String(made).padStart(16, '0')}`,
    kind: 'send',
    state: 'queued',
    accountId: 'account-1',
    channel: 'inbox',
    text: 'I will come back to you on Monday.',
    createdAt,
    attempts: 0,
    nextAttemptAt: createdAt,
    error: null,
    knownUpTo: null,
    misses: 0,
    lastMissAt: 0,
    messageKey: null,
    ...change,
  }
}
