import { type Account, withOneMore } from '../../domain/account.ts'
import { gappedAfter } from '../../domain/gapped.ts'
import type { Span } from '../../domain/span.ts'
import type { MessagesCommit } from './commitMessages.ts'
import type { Known } from './readKnown.ts'

/** What a commit makes of its account: which threads have gaps, how far the import is. The very account where nothing. */
export function accountAfter(
  { importedTo }: MessagesCommit,
  { account, conversation, spans: before }: Known,
  { spans, added }: { spans: readonly Span[]; added: number },
): Account | undefined {
  if (!account) return undefined
  const known = account.gapped ?? []
  const gapped = spans === before ? known : gappedAfter(known, conversation.id, before, spans)
  const isOneMore = importedTo !== undefined && added > 0
  if (gapped === known && !isOneMore) return account
  return {
    ...account,
    ...(gapped === known ? {} : { gapped }),
    ...(isOneMore ? { import: withOneMore(account.import) } : {}),
  }
}
