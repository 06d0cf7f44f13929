import { ApiError } from '../ApiError.ts'
import type { Call, PlacedDeps, RawAnswer, Reply, ReplyHead } from './Call.ts'
import { errorText } from './errorText.ts'
import { fetchOnce } from './fetchOnce.ts'
import { rateHeaders } from './rateHeaders.ts'
import { type Body, parsed, readBody } from './readBody.ts'
import { type Deadline, startDeadline } from './startDeadline.ts'
import { statusError } from './statusError.ts'
import { verdictOf } from './verdict.ts'

const LARGEST_ANSWER = 32 * 1024 * 1024
const LARGEST_ERROR = 64 * 1024
/** The status says it all; its explanation is not worth a longer wait, ms. */
const ERROR_BODY_WAIT = 3_000

/**
 * One HTTP request: answer, classification, rate headers.
 * @throws ApiError
 */
export async function attempt<T>(
  deps: PlacedDeps,
  call: Call<T>,
  key: string,
  deadline: Deadline,
): Promise<Reply<T>> {
  const response = await fetchOnce(deps, call, key, deadline)
  const { status } = response
  const now = deps.now()
  const date = Date.parse(response.headers.get('date') ?? '')
  const serverNow = Number.isNaN(date) ? null : date
  const rate = rateHeaders(response.headers, now, serverNow)
  // A 429 may be about one account or one action; only what every call shares goes into the common budget.
  if (status !== 429 && rate.action === null) deps.budget.observe(rate)
  if (!response.ok) {
    const body = await errorBody(response, deadline.signal)
    throw statusError({ status, rate, body, now, serverNow, effect: call.effect, secret: key })
  }
  const file = await call.readFile?.(response, deadline)
  const body = file ? null : await readBody(response, deadline, LARGEST_ANSWER)
  const value = body ? jsonIn(body, status) : file
  throwIfFailed(file ? file.said : value, call, status, key)
  return {
    status,
    serverNow,
    content: contentOf(call, { value, text: body?.text ?? '' }, { status, serverNow }),
  }
}

async function errorBody(response: Response, stop: AbortSignal): Promise<unknown> {
  const deadline = startDeadline(ERROR_BODY_WAIT, stop)
  const { text } = await readBody(response, deadline, LARGEST_ERROR)
  deadline.end()
  const value = parsed(text)
  // A gateway's words, or JSON that was cut off.
  return value !== undefined || /^\s*[{[]/.test(text) ? value : text
}

/** The parsed body; undefined where it is empty. */
function jsonIn(body: Body, status: number): unknown {
  if (body.end === 'timedOut') throw new ApiError({ kind: 'timeout', status, notDelivered: false })
  if (body.end === 'broken') throw new ApiError({ kind: 'offline', status, notDelivered: false })
  if (body.end === 'ended' && body.text.trim() === '') return undefined
  const value = body.json ?? parsed(body.text)
  if (value === undefined) throw new ApiError({ kind: 'badResponse', status, notDelivered: false })
  return value
}

function throwIfFailed(value: unknown, call: Call<unknown>, status: number, key: string): void {
  const verdict = verdictOf(value)
  if (verdict === 'fine') return
  const cutShort = verdict === 'cut'
  const detail = cutShort ? null : errorText(value, key)
  if (verdict !== 'failed')
    throw new ApiError({ kind: 'badResponse', status, detail, notDelivered: false, cutShort })
  // A write that the API itself calls failed is a refusal; a read has nothing the user could change.
  const refused = call.effect === 'write'
  throw new ApiError({ kind: refused ? 'refused' : 'server', status, detail, notDelivered: refused })
}

/**
 * What a call makes of an answer.
 * @throws ApiError `badResponse`
 */
export function contentOf<T>(call: Call<T>, { value, text }: RawAnswer, head: ReplyHead): T {
  let content: T | null = null
  try {
    content = call.read(value, head, text)
  } catch {
    // A shape that even a tolerant reading stumbles over is a bad answer, not a crash of the caller.
  }
  if (content === null) {
    throw new ApiError({ kind: 'badResponse', status: head.status, notDelivered: false })
  }
  return content
}
