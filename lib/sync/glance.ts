import { conversationsCall } from '../api/endpoints/conversationsCall.ts'
import type { RawAnswer, Reply } from '../api/http/Call.ts'
import type { Request } from '../api/http/createRequest.ts'
import { type Calm, isCalm } from '../domain/calm.ts'
import type { LedgerEntry } from '../domain/ledgerEntry.ts'
import type { Looks } from '../domain/looks.ts'
import { fingerprintOf } from './fingerprintOf.ts'

/** Conversations that a poll asks for first. */
export const POLLED_ROWS = 20

/** What was answered for accounts (by id), or will be. */
export type Answers = ReadonlyMap<string, Promise<Reply<RawAnswer>>>

export interface GlanceDeps {
  request: Request
  /** Local ms. */
  now(): number
  read(): Promise<{ calm: Calm | null; looks: Looks | null }>
  /** Whether the database is gone, which no note tells. */
  isLost(): Promise<boolean>
  /** Books the next poll, as usual. */
  book(pollSeconds: number): Promise<void>
  /** Keeps what there is to tell until the database is opened. */
  keepLooks(looks: Looks): Promise<void>
  /** The requests made since, for the ledger. */
  takeRequests(): LedgerEntry[]
}

const LEDGER_ROWS = 500

/**
 * A poll without the database, and without all the code that works with it. After a poll that found nothing to do, the
 * same requests with the same answers find nothing either, byte by byte, as long as nobody wrote and nothing fell due.
 * @returns null where that is so; else the poll is still to be made, with the answers there are, which may be failures
 */
export async function glance(deps: GlanceDeps): Promise<Answers | null> {
  const [{ calm, looks }, lost] = await Promise.all([deps.read(), deps.isLost()])
  // Whoever opens a page, and whoever writes, takes the note away.
  if (lost || !isCalm(calm, deps.now())) return new Map()
  // As ever: before the work, so that a worker that dies is woken again.
  await deps.book(calm.pollSeconds)
  const answers = new Map(calm.accounts.map(({ id }) => [id, ask(deps.request, id)]))
  const reads = calm.accounts.map(async ({ id, fingerprint }) => {
    const reply = await answers.get(id)
    if (!reply || (await fingerprintOf(reply.content.text)) !== fingerprint) throw new Error('There is news')
    const succeededAt = deps.now()
    return { accountId: id, succeededAt, serverAt: reply.serverNow ?? succeededAt }
  })
  try {
    // The first that has news is not kept waiting for the others.
    const read = await Promise.all(reads)
    const requests = [...(looks?.requests ?? []), ...deps.takeRequests()].slice(-LEDGER_ROWS)
    await deps.keepLooks({ reads: read, requests })
    return null
  } catch {
    return answers
  }
}

function ask(request: Request, accountId: string): Promise<Reply<RawAnswer>> {
  const call = conversationsCall(accountId, POLLED_ROWS)
  const answer = request(
    { ...call, read: (value, _head, text): RawAnswer => ({ value, text }) },
    { lane: 'background' },
  )
  // Whoever takes it over hears of its failure; where nobody does, nobody has to.
  answer.catch(() => undefined)
  return answer
}
