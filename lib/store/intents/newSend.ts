import type { SendIntent } from '../../domain/intent.ts'
import { newIntentId } from './newIntentId.ts'

interface NewSend
  extends Pick<SendIntent, 'accountId' | 'conversationId' | 'channel' | 'text' | 'createdAt' | 'to'> {
  files: NonNullable<SendIntent['files']>
  /** How long (ms) it can be taken back. */
  undoMs: number
  /** Not before this local time, ms. */
  dueAt: number | undefined
  /** Local ms. */
  now: number
}

/** A message as it enters the outbox. */
export function newSend({ files, undoMs, dueAt, to, now, ...facts }: NewSend): SendIntent {
  return {
    ...facts,
    id: newIntentId(facts.createdAt),
    kind: 'send',
    state: dueAt !== undefined ? 'scheduled' : undoMs > 0 ? 'held' : 'queued',
    attempts: 0,
    nextAttemptAt: dueAt ?? now + undoMs,
    error: null,
    knownUpTo: null,
    misses: 0,
    lastMissAt: 0,
    messageKey: null,
    ...(files.length === 0 ? {} : { files }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(to === undefined ? {} : { to }),
  }
}
