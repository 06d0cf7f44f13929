import type { Database } from '../database.ts'

/** What the user can take along: everything that was read and made, without the key (which is not in the database). */
export function exportEverything(db: Database): Promise<Record<string, unknown>> {
  const { accounts, conversations, messages, drafts, triage, labels, personNotes, snippets, outbox } = db
  return db.transaction(
    'r',
    [accounts, conversations, messages, drafts, triage, labels, personNotes, snippets, outbox],
    async () => ({
      accounts: (await accounts.toArray()).map(({ id, name, publicId }) => ({ id, name, publicId })),
      conversations: await conversations.toArray(),
      messages: await messages.orderBy('sentAt').toArray(),
      outbox: await outbox.toArray(),
      drafts: await drafts.toArray(),
      triage: await triage.toArray(),
      labels: await labels.toArray(),
      personNotes: await personNotes.toArray(),
      snippets: await snippets.toArray(),
    }),
  )
}
