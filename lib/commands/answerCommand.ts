import { ApiError } from '../api/ApiError.ts'
import type { Failure, FailureKind } from '../domain/failure.ts'
import { isFullError } from '../domain/storageTrouble.ts'
import type { CommandName, Outcome, ReplyOf, RequestOf } from './protocol.ts'
import { isCommandName, readRequest } from './requests.ts'

/** One handler a command. A handler may throw; it becomes a failure as data. */
export type Handlers = { [N in CommandName]: (request: RequestOf<N>) => Promise<ReplyOf<N>> }

/** Takes a message from a page to its handler and gives the outcome. Never rejects. */
export async function answerCommand(handlers: Handlers, message: unknown): Promise<Outcome<CommandName>> {
  const { command, request } = (message ?? {}) as { command?: unknown; request?: unknown }
  return isCommandName(command) ? answer(handlers, command, request) : failed('unknown', 'Unknown command')
}

async function answer<N extends CommandName>(
  handlers: Handlers,
  name: N,
  sent: unknown,
): Promise<Outcome<N>> {
  const request = readRequest(name, sent)
  if (!request) return failed('unknown', 'Malformed command')
  try {
    return { ok: true, reply: await handlers[name](request) }
  } catch (error) {
    if (error instanceof ApiError) return { ok: false, failure: error.toFailure() }
    return isStorage(error) ? failed('storage', null) : failed('unknown', null)
  }
}

function isStorage(error: unknown): boolean {
  return isFullError(error) || (error as Error | null)?.name === 'DatabaseClosedError'
}

function failed(kind: FailureKind, detail: string | null): { ok: false; failure: Failure } {
  return { ok: false, failure: { kind, detail, status: null, retryAt: null } }
}
