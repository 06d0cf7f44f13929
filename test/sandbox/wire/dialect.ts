import { hash, mulberry32, pick, type Random } from '../world/random'

export type DialectName = 'newest' | 'legacy' | 'mixed'

/** Every point where the sources of the contract contradict each other (sections 0.6 and 8). */
export interface Wire {
  /** `placeholder` is no time at all: the newest message has to tell it. */
  activity: 'iso' | 'ms' | 'spaced' | 'placeholder'
  conversationId: 'key' | 'urn' | 'backend'
  /** `otherMailbox`: the thread as the other person's mailbox names it. */
  conversationUrn: 'primary' | 'backend' | 'otherMailbox' | 'absent'
  envelope: 'plain' | 'data'
  success: 'given' | 'absent'
  accounts: 'bare' | 'accounts' | 'data'
  sender: 'senderProfileId' | 'senderId' | 'object' | 'none'
  senderName: 'given' | 'absent'
  owner: 'true' | 'lying' | 'absent'
  /** How people are named wherever a profile id belongs. */
  profile: 'opaque' | 'urn' | 'slug' | 'digits'
  attachments: 'array' | 'null' | 'absent'
  hasAttachment: 'true' | 'denied' | 'absent'
  participants: 'others' | 'withOwner' | 'empty'
  /** `keyed`: only the message's key tells when it was sent. */
  latest: 'full' | 'keyed' | 'empty' | 'null'
  hasMore: 'given' | 'absent'
  sentAt: 'ms' | 'absent' | 'zero'
  /**
   * Mailbox prefix of message URNs; `both` gives the same message twice in one page, `backend` no mailbox at all,
   * `sample` the sentence that a documented sample has in the place of the URN.
   */
  mailbox: 'owner' | 'other' | 'both' | 'backend' | 'sample'
  order: 'newestFirst' | 'oldestFirst'
  cursor: 'plain' | 'linkedin'
  error: 'error' | 'message' | 'successError' | 'zod'
  rateReset: 'iso' | 'seconds'
  /** What a send answers with beside its status; `opaqueId`: an id that no thread ever shows. */
  echo: 'full' | 'empty' | 'null' | 'messageId' | 'opaqueId' | 'threadOnly'
  /** The `message` of a send's answer. */
  sendStatus: 'sentence' | 'text'
  plan: 'full' | 'nameOnly' | 'absent'
  /** How a file comes: as such, or as JSON in one of the ways the contract expects (2.5). */
  media: 'binary' | 'untyped' | 'data' | 'base64' | 'dataUrl'
  /** Fields that no page of the documentation knows. */
  extras: 'none' | 'some'
}

type Variants = { [K in keyof Wire]: readonly Wire[K][] }

// The first of each is the newest documented form. What leaves a thing unknowable is for tests to pin, not for chance.
const VARIANTS: Variants = {
  activity: ['iso', 'ms', 'spaced', 'placeholder'],
  conversationId: ['key', 'urn', 'backend'],
  conversationUrn: ['primary', 'primary', 'backend', 'absent'],
  envelope: ['plain', 'data'],
  success: ['given', 'absent'],
  accounts: ['bare', 'accounts', 'data'],
  sender: ['senderProfileId', 'senderId', 'object', 'none'],
  senderName: ['given'],
  owner: ['true', 'lying', 'absent'],
  profile: ['opaque', 'urn', 'slug', 'digits'],
  attachments: ['array', 'null', 'absent'],
  hasAttachment: ['true', 'absent'],
  participants: ['others', 'others', 'withOwner', 'empty'],
  latest: ['full', 'full', 'keyed', 'empty', 'null'],
  hasMore: ['given', 'absent'],
  sentAt: ['ms', 'ms', 'absent', 'zero'],
  mailbox: ['owner', 'owner', 'other', 'both', 'backend'],
  order: ['newestFirst', 'oldestFirst'],
  cursor: ['plain', 'linkedin'],
  error: ['message', 'error', 'successError', 'zod'],
  rateReset: ['iso', 'seconds'],
  echo: ['full', 'full', 'empty', 'null', 'messageId', 'opaqueId', 'threadOnly'],
  sendStatus: ['sentence', 'text'],
  plan: ['full', 'nameOnly', 'absent'],
  extras: ['none', 'some'],
  media: ['binary', 'untyped', 'data', 'base64', 'dataUrl'],
}

const LEGACY: Wire = {
  activity: 'ms',
  conversationId: 'backend',
  conversationUrn: 'primary',
  envelope: 'plain',
  success: 'given',
  accounts: 'accounts',
  sender: 'object',
  senderName: 'given',
  owner: 'lying',
  profile: 'opaque',
  attachments: 'null',
  hasAttachment: 'true',
  participants: 'withOwner',
  latest: 'full',
  hasMore: 'absent',
  sentAt: 'ms',
  mailbox: 'backend',
  order: 'oldestFirst',
  cursor: 'plain',
  error: 'error',
  rateReset: 'seconds',
  echo: 'messageId',
  sendStatus: 'sentence',
  plan: 'nameOnly',
  media: 'base64',
  extras: 'some',
}

function each(choose: <T>(variants: readonly T[]) => T): Wire {
  const entries = Object.entries(VARIANTS).map(([name, variants]) => [name, choose<unknown>(variants)])
  return Object.fromEntries(entries) as Wire
}

const NEWEST = each((variants) => variants[0] as (typeof variants)[number])

/** The spelling of one answer or one row. `mixed` draws anew for every salt, the same for the same salts. */
export function wireFor(dialect: DialectName, pinned: Partial<Wire>, ...salt: (string | number)[]): Wire {
  if (dialect === 'newest') return { ...NEWEST, ...pinned }
  if (dialect === 'legacy') return { ...LEGACY, ...pinned }
  const random: Random = mulberry32(hash(...salt))
  const drawn = { ...each((variants) => pick(random, variants)), ...pinned }
  const timeless = drawn.activity === 'placeholder' && drawn.latest !== 'full' && drawn.latest !== 'keyed'
  return timeless && pinned.activity === undefined ? { ...drawn, activity: 'iso' } : drawn
}
