import { salesNavUrn, threadKeyOf } from '../world/ids'
import type { Account, Conversation } from '../world/types'
import type { World } from '../world/world'
import type { Fields } from './fields'
import type { FoundRoute } from './findRoute'
import type { Incoming } from './incoming'
import type { Workspace } from './keyring'
import type { ViolationKind } from './recorder'
import { type Call, Refusal } from './route'

/** A vanity slug or an opaque id; a URN or an address here would be a misreading of contract 2.11. */
const PROFILE_NAME = /^[\p{L}\p{N}\p{M}_-]+$/u

interface Problem {
  kind: ViolationKind
  field?: string
  detail: string
}

export interface Checked {
  call: Call
  problems: Problem[]
  /** A documented refusal found on the way, such as a conversation that does not exist. */
  refusal?: Refusal
}

type Values = Record<string, unknown>

function checkFields(fields: Fields, values: Values, unknown: ViolationKind): Problem[] {
  const problems: Problem[] = []
  for (const field of Object.keys(values)) {
    if (!(field in fields)) problems.push({ kind: unknown, field, detail: `${field} is not known here` })
  }
  for (const [field, { check, required, missing }] of Object.entries(fields)) {
    if (values[field] === undefined) {
      if (required) problems.push({ kind: missing, field, detail: `${field} is missing` })
      continue
    }
    const wrong = check(values[field])
    if (wrong) problems.push({ kind: 'bad-value', field, detail: `${field} ${wrong}` })
  }
  return problems
}

interface Body {
  body: Values
  file?: { bytes: Buffer; type: string }
  problems: Problem[]
}

/** Contract 2.4: the bytes themselves under their own type, no form and no text that stands for them. */
function readFile(incoming: Incoming): Body {
  const type = incoming.headers['content-type'] ?? 'missing'
  const isType = /^[a-z]+\/[\w.+-]+(\s*;.*)?$/i.test(type) && !/^multipart\//i.test(type)
  const problems: Problem[] = isType ? [] : [{ kind: 'content-type', detail: `Content-Type is ${type}` }]
  if (incoming.bytes.length === 0) {
    problems.push({ kind: 'missing-field', field: 'body', detail: 'The file is empty' })
  }
  return { body: {}, file: { bytes: incoming.bytes, type }, problems }
}

function readBody(incoming: Incoming, found: FoundRoute): Body {
  if (found.route.takesFile) return readFile(incoming)
  const type = incoming.headers['content-type']
  const fields = found.route.body
  if (!fields) {
    const stray = type !== undefined || incoming.text !== ''
    const detail = `${found.name} takes no body and no Content-Type`
    return { body: {}, problems: stray ? [{ kind: 'unexpected-body', detail }] : [] }
  }
  if (!/^application\/json\s*(;|$)/i.test(type ?? '')) {
    return { body: {}, problems: [{ kind: 'content-type', detail: `Content-Type is ${type ?? 'missing'}` }] }
  }
  try {
    const body: unknown = JSON.parse(incoming.text)
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Error('not an object')
    return { body: body as Values, problems: checkFields(fields, body as Values, 'unknown-field') }
  } catch {
    return { body: {}, problems: [{ kind: 'bad-json', detail: 'The body is no JSON object' }] }
  }
}

/** Contract 0.3: a URN in a path has every character outside the unreserved set percent-encoded, once. */
function decodeParam(raw: string): string | Problem {
  if (!/^(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})*$/.test(raw)) {
    return { kind: 'unencoded-path', detail: `Not percent-encoded: ${raw}` }
  }
  try {
    return decodeURIComponent(raw)
  } catch {
    return { kind: 'unencoded-path', detail: `Not decodable: ${raw}` }
  }
}

interface Subject {
  account?: Account
  conversation?: Conversation
  problem?: Problem
  refusal?: Refusal
}

function findAccount(world: World, workspace: Workspace, id: unknown): Subject {
  if (typeof id !== 'string' || id.trim() === '') return {}
  const account = workspace.accountIds.has(id) ? world.account(id) : undefined
  if (account) return { account }
  if (workspace.formerIds.has(id)) return { refusal: new Refusal(404, 'Account not found') }
  return {
    problem: { kind: 'unknown-account', field: 'accountId', detail: `${id} is not in this workspace` },
  }
}

function findConversation(world: World, workspace: Workspace, urn: unknown, threadId: unknown): Subject {
  if (typeof urn !== 'string' && typeof threadId !== 'string') return {}
  const given = typeof urn === 'string' ? urn : salesNavUrn(String(threadId))
  const key = threadKeyOf(given)
  if (!key) return { problem: { kind: 'bad-urn', detail: `Not a conversation: ${given}` } }
  const conversation = world.conversation(key)
  if (!conversation) return { refusal: new Refusal(404, 'Conversation not found') }
  const owner = findAccount(world, workspace, conversation.accountId)
  if (owner.problem) return { problem: { kind: 'foreign-conversation', detail: owner.problem.detail } }
  if (owner.refusal) return { refusal: new Refusal(404, 'Conversation not found') }
  const isSalesNav = given.startsWith('urn:li:salesNav_thread:')
  if (isSalesNav !== (conversation.channel === 'salesNav')) {
    return { problem: { kind: 'wrong-channel', detail: `${given} is a ${conversation.channel} thread` } }
  }
  return { conversation }
}

function agree(found: FoundRoute, account: Account | undefined, conversation: Conversation): Problem[] {
  const problems: Problem[] = []
  if (account && account.id !== conversation.accountId) {
    problems.push({
      kind: 'wrong-account',
      field: 'accountId',
      detail: `${conversation.key} belongs to ${conversation.accountId}`,
    })
  }
  const { channel } = found.route
  if (channel && channel !== conversation.channel) {
    problems.push({
      kind: 'wrong-channel',
      detail: `${found.name} is not for ${conversation.channel} threads`,
    })
  }
  return problems
}

/** Holds a request against the contract. Shares nothing with the client, so that a misreading shows. */
export function validate(incoming: Incoming, found: FoundRoute, world: World, workspace: Workspace): Checked {
  const query = Object.fromEntries(incoming.query)
  const problems = checkFields(found.route.query ?? {}, query, 'unknown-parameter')
  const { body, file, problems: bodyProblems } = readBody(incoming, found)
  problems.push(...bodyProblems)
  const param = found.param === undefined ? undefined : decodeParam(found.param)
  if (typeof param === 'object') problems.push(param)
  const text = typeof param === 'string' ? param : undefined
  const byAccountPath = found.route.path.includes(':id')
  const byProfile = found.route.path.includes(':profile')
  if (byProfile && text !== undefined && !PROFILE_NAME.test(text)) {
    problems.push({ kind: 'bad-value', field: 'profileId', detail: `Not the name of a profile: ${text}` })
  }
  const who = findAccount(world, workspace, byAccountPath ? text : (query.accountId ?? body.accountId))
  const what = findConversation(
    world,
    workspace,
    byAccountPath || byProfile ? body.conversationUrn : (text ?? body.conversationUrn),
    body.threadId,
  )
  for (const subject of [who, what]) if (subject.problem) problems.push(subject.problem)
  if (what.conversation) problems.push(...agree(found, who.account, what.conversation))
  const refusal = who.refusal ?? what.refusal
  return {
    problems,
    ...(refusal ? { refusal } : {}),
    call: {
      id: incoming.id,
      accounts: world.accounts.filter(({ id }) => workspace.accountIds.has(id)),
      query,
      body,
      ...(byProfile && text !== undefined ? { profile: text } : {}),
      ...(file ? { file } : {}),
      ...(who.account ? { account: who.account } : {}),
      ...(what.conversation ? { conversation: what.conversation } : {}),
    },
  }
}
