import { ROUTES } from '../routes/all'
import { healthRoute } from '../routes/health'
import { errorBody } from '../wire/errorBody'
import { replyAfter, replyInstead } from './faultReply'
import type { FaultEffect, Faults } from './faults'
import { type FoundRoute, findRoute } from './findRoute'
import type { Incoming } from './incoming'
import { keyLeaks, startRecord } from './keepKeySecret'
import type { Keyring, Workspace } from './keyring'
import type { RateLimit } from './rateLimit'
import type { RequestRecord, ViolationKind } from './recorder'
import { fileReply, jsonReply, type Reply } from './reply'
import { type Answer, type Context, Refusal } from './route'
import { spoil } from './spoil'
import { type Checked, validate } from './validate'
import { Violated } from './violate'

export const BASE_PATH = '/linkedin'
/** Outside of the API no key is needed, and none opens anything. */
const NOBODY: Workspace = { name: '', key: '', accountIds: new Set(), formerIds: new Set() }
const UNAUTHORIZED = 'Unauthorized - Invalid credentials'
const TOO_MANY = 'Too many requests. Please try again later.'

/** What every request meets. */
export interface Desk {
  context: Context
  faults: Faults
  rateLimit: RateLimit
  keyring: Keyring
}

interface Visit {
  desk: Desk
  incoming: Incoming
  record: RequestRecord
  headers: Record<string, string>
}

function refuse(
  { desk, incoming, headers }: Visit,
  status: number,
  text: string,
  path: string[] = [],
): Reply {
  const { error } = desk.context.wire('error', incoming.id)
  return jsonReply(status, errorBody(status, text, error, path), headers)
}

function violate(visit: Visit, kind: ViolationKind, detail: string): void {
  const { id, at, route } = visit.record
  visit.desk.context.recorder.violated({ at, requestId: id, route, kind, detail })
}

function wrap(body: unknown, answer: Answer, visit: Visit): unknown {
  const { envelope, success } = visit.desk.context.wire('envelope', visit.incoming.id)
  const told = success === 'given' ? body : withoutSuccess(body)
  return envelope === 'data' && answer.wrap !== false ? { data: told } : told
}

function withoutSuccess(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  const { success: _, ...rest } = body as Record<string, unknown>
  return rest
}

async function perform(
  visit: Visit,
  found: FoundRoute,
  checked: Checked,
  effect: FaultEffect,
): Promise<Reply> {
  try {
    if (checked.refusal) throw checked.refusal
    if (effect.twice) await found.route.handle(checked.call, visit.desk.context)
    const answer = await found.route.handle(checked.call, visit.desk.context)
    const headers = { ...visit.headers, ...effect.headers }
    if (answer.file) return replyAfter(effect, fileReply(answer.status, answer.file, headers))
    const body = wrap(spoil(answer.body, effect, checked.call), answer, visit)
    return replyAfter(effect, jsonReply(answer.status, body, headers))
  } catch (error) {
    if (error instanceof Refusal) return refuse(visit, error.status, error.message)
    if (!(error instanceof Violated)) throw error
    violate(visit, error.kind, error.message)
    return refuse(visit, 400, error.message, [error.field])
  }
}

/** Checks what was sent and remembers every mistake, whether or not a fault or limit answers first. */
function inspect(visit: Visit, found: FoundRoute, workspace: Workspace): Checked {
  const { record, desk, incoming } = visit
  const checked = validate(incoming, found, desk.context.world, workspace)
  const { call, problems } = checked
  const accountId = call.account?.id ?? call.conversation?.accountId
  if (accountId !== undefined) record.accountId = accountId
  if (call.conversation) record.conversation = call.conversation.key
  for (const problem of problems) violate(visit, problem.kind, problem.detail)
  return checked
}

async function answer(visit: Visit): Promise<Reply> {
  const { desk, incoming, record } = visit
  const { context, faults, rateLimit, keyring } = desk
  const inside = incoming.rawPath.startsWith(`${BASE_PATH}/`)
  const path = inside ? incoming.rawPath.slice(BASE_PATH.length) : incoming.rawPath
  const found = findRoute(inside ? ROUTES : [healthRoute], incoming.method, path)
  if (found) record.route = found.name
  if (keyLeaks(incoming, keyring.keys))
    violate(visit, 'key-outside-header', 'A key is outside the Authorization header')
  const workspace = inside ? keyring.behind(incoming.headers.authorization) : NOBODY
  if (!workspace) return refuse(visit, 401, UNAUTHORIZED)
  const spelling = context.options.rateLimit === false ? 'iso' : context.options.rateLimit?.spelling
  const rate = inside
    ? rateLimit.take(incoming.at, spelling ?? context.wire('rate', incoming.id).rateReset)
    : { allowed: true, headers: {} }
  visit.headers = rate.headers
  if (!found) {
    violate(visit, 'unknown-route', `${incoming.method} ${record.path}`)
    return refuse(visit, 404, 'Not found')
  }
  const checked = inspect(visit, found, workspace)
  if (!rate.allowed) return refuse(visit, 429, TOO_MANY)
  const [problem] = checked.problems
  if (problem) return refuse(visit, 400, problem.detail, problem.field ? [problem.field] : [])
  const effect = faults.strike(record) ?? {}
  if (Object.keys(effect).length > 0) record.fault = JSON.stringify(effect)
  if (effect.delayMs) await context.wait(effect.delayMs)
  const instead = replyInstead(effect, context, incoming.id, rate.headers)
  return instead ?? (await perform(visit, found, checked, effect))
}

/** Takes one request from the door to its reply, and into the record. */
export async function handle(desk: Desk, incoming: Incoming): Promise<Reply> {
  const record = startRecord(incoming, desk.keyring)
  desk.context.recorder.add(record)
  const reply = await answer({ desk, incoming, record, headers: {} })
  if ('status' in reply) record.status = reply.status
  record.ms = desk.context.now() - incoming.at
  return reply
}
