import { ApiError } from '../api/ApiError.ts'
import type { Failure, FailureKind } from '../domain/failure.ts'
import { isFullError } from '../domain/storageTrouble.ts'
import type { CommandName, Outcome, ReplyOf, RequestOf } from './protocol.ts'
import { ENVELOPE, REQUEST_SCHEMAS } from './schemas.ts'

/** One handler a command. A handler may throw; it becomes a failure as data. */
export type Handlers = { [N in CommandName]: (request: RequestOf<N>) => Promise<ReplyOf<N>> }

/** Takes a message from a page to its handler and gives the outcome. Never rejects. */
export async function answerCommand(handlers: Handlers, message: unknown): Promise<Outcome<CommandName>> {
  const envelope = ENVELOPE.safeParse(message)
  const name = envelope.success && isCommand(envelope.data.command) ? envelope.data.command : null
  if (!envelope.success || name === null) return failed('unknown', 'Unknown command')
  return answer(handlers, name, envelope.data.request)
}

async function answer<N extends CommandName>(
  handlers: Handlers,
  name: N,
  sent: unknown,
): Promise<Outcome<N>> {
  const request = REQUEST_SCHEMAS[name].safeParse(sent)
  if (!request.success) return failed('unknown', 'Malformed command')
  try {
    return { ok: true, reply: await handlers[name](request.data) }
  } catch (error) {
    if (error instanceof ApiError) return { ok: false, failure: error.toFailure() }
    return isStorage(error) ? failed('storage', null) : failed('unknown', null)
  }
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(REQUEST_SCHEMAS, name)
}

function isStorage(error: unknown): boolean {
  return isFullError(error) || (error as Error | null)?.name === 'DatabaseClosedError'
}

function failed(kind: FailureKind, detail: string | null): { ok: false; failure: Failure } {
  return { ok: false, failure: { kind, detail, status: null, retryAt: null } }
}
