/** Tables and indexes of the first version. Later versions get a file of their own; this one never changes. */
export const VERSION_1 = {
  accounts: 'id',
  conversations:
    'id, accountId, [shelf+lastActivityAt], [accountId+shelf+lastActivityAt], [unread+lastActivityAt], [accountId+unread+lastActivityAt], [starred+lastActivityAt], [accountId+starred+lastActivityAt], [accountId+lastActivityAt]',
  messages: 'id, [conversationId+sentAt+key], sentAt',
  spans: '[conversationId+from]',
  outbox: 'id, conversationId, state',
  drafts: 'conversationId',
  triage: 'conversationId, snoozedUntil',
  labels: 'id',
  snippets: 'id',
  settings: 'key',
  freshness: 'accountId',
  ledger: '++id',
  quarantine: '++id',
} as const
