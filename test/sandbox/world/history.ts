import type { Line } from '../scripts/script'
import { makeMessageKey } from './ids'
import type { Segment } from './plan'
import { between, hash, mulberry32, pick, type Random } from './random'
import type { Account, Attachment, Message, Person } from './types'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const REACH = 730 * DAY

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const
const TIMES = ['9:30', '10:00', '11:15', '14:00', '15:30', '16:45'] as const
const PLACES = ['Lisbon', 'Rotterdam', 'Leeds', 'Vienna', 'Gdańsk', 'Porto', 'Lyon', 'Malmö'] as const

const COMPANY_OF: Record<Account['trade'], string> = {
  recruiting: 'Brightmoor Talent',
  sales: 'Ledgerloom',
  founding: 'Harbourline',
}

type Slots = Record<string, string>

function slotsFor(random: Random, owner: Account, person: Person): Slots {
  return {
    first: person.firstName,
    company: person.company,
    role: person.role,
    slug: person.slug,
    me: owner.firstName,
    myCompany: COMPANY_OF[owner.trade],
    day: pick(random, DAYS),
    time: pick(random, TIMES),
    place: pick(random, PLACES),
    number: String(between(random, 100, 999)),
  }
}

/** Puts the slots of a script line in. */
function fill(text: string, slots: Slots): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => slots[name] ?? whole)
}

/** A file of a message; the address has the documented host and leads nowhere. */
function makeAttachment(line: Line, seed: number): Attachment[] {
  if (!line.attachment) return []
  const { name, mediaType } = line.attachment
  const url = `https://www.linkedin.com/dms/prv/${mediaType.startsWith('image/') ? 'image' : 'file'}/SANDBOX${seed.toString(36)}`
  return [{ name, mediaType, byteSize: 12_000 + (seed % 900_000), url }]
}

function gap(random: Random, line: Line, firstOfScript: boolean): number {
  if (line.later) return between(random, 20 * HOUR, 6 * DAY)
  if (firstOfScript) return between(random, 2 * DAY, 35 * DAY)
  const kind = random()
  if (kind < 0.45) return between(random, 40_000, 12 * MINUTE)
  if (kind < 0.85) return between(random, 20 * MINUTE, 5 * HOUR)
  return between(random, 8 * HOUR, 2 * DAY)
}

/** The time before each message, newest first. */
function* gaps(seed: number, segments: readonly Segment[]): Generator<number, undefined> {
  const random = mulberry32(hash(seed, 'times'))
  for (const { lines, take } of segments.toReversed()) {
    for (let i = take - 1; i >= 0; i--) yield gap(random, lines[i] as Line, i === 0)
  }
}

interface HistoryOptions {
  seed: number
  owner: Account
  people: readonly Person[]
  segments: readonly Segment[]
  lastActivityAt: number
  now: number
}

/** The past of one thread, newest first, made as it is pulled. Send times never repeat within a thread. */
export function* makeHistory(options: HistoryOptions): Generator<Message> {
  const { seed, owner, people, segments, lastActivityAt } = options
  const person = people[0]
  if (!person) return
  let usual = 0
  let place = 0
  for (const pause of gaps(seed, segments)) {
    usual += pause
    place++
  }
  // Long threads are squeezed so that they still fit into the last two years.
  const squeeze = Math.min(1, Math.max(DAY, REACH - (options.now - lastActivityAt)) / usual)
  const pauses = gaps(seed, segments)
  let sentAt = lastActivityAt
  for (let s = segments.length - 1; s >= 0; s--) {
    const segment = segments[s] as Segment
    const slots = slotsFor(mulberry32(hash(seed, 'slots', s)), owner, person)
    for (let i = segment.take - 1; i >= 0; i--) {
      const line = segment.lines[i] as Line
      const salt = hash(seed, --place)
      const speaker = people.length > 1 && salt % 3 === 0 ? 1 + (salt % (people.length - 1)) : 0
      yield {
        key: makeMessageKey(sentAt, salt),
        sentAt,
        sender: line.mine ? 'owner' : speaker,
        text: fill(line.text, slots),
        attachments: makeAttachment(line, salt),
      }
      sentAt -= 1 + Math.ceil((pauses.next().value ?? 0) * squeeze)
    }
  }
}
