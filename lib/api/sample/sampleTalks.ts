import type { Channel } from '../../domain/channel.ts'
import { sampleAccountId } from '../../domain/sample.ts'
import { numberText, type OpenIn, type TextKey, text } from '../../domain/texts.ts'

/** A text of the sample that leaves nothing open. */
type Said = {
  [K in TextKey & `sample_${string}`]: [OpenIn<K>] extends [never] ? K : never
}[TextKey & `sample_${string}`]

export interface SamplePerson {
  /** The name of the profile, and the end of its id. */
  slug: string
  name: string
  headline: Said | null
}

interface SampleAccount {
  id: string
  profileId: string
  name: string
  firstName: string
  slug: string
}

/** Minutes from when the sample began, below 0 for what was there before; who says it, 0 being the user; and what. */
type Line = readonly [at: number, from: number, says: Said | (() => string)]

export interface SampleTalk {
  key: string
  account: SampleAccount
  channel: Channel
  people: readonly SamplePerson[]
  lines: readonly Line[]
  /** How many of the messages that are there at the beginning are not read yet. */
  unread?: number
  /** Goes with its first message. */
  file?: string
}

const ADA: SampleAccount = account('ada', 'Ada')
const BEN: SampleAccount = account('ben', 'Ben')
export const SAMPLE_ACCOUNTS: readonly SampleAccount[] = [ADA, BEN]

const HOUR = 60
const DAY = 24 * HOUR
const WEEKS = 60

/** Everybody is invented, and called so that nobody takes them for real. */
export const SAMPLE_TALKS: readonly SampleTalk[] = [
  talk(ADA, [person('mira', 'Mira', 'sample_role_design')], {
    unread: 2,
    lines: [
      [-2 * DAY, 0, 'sample_mira_1'],
      [-26, 1, 'sample_mira_2'],
      [-25, 1, 'sample_mira_3'],
      [9, 1, 'sample_mira_4'],
    ],
  }),
  talk(ADA, [person('noor', 'Noor', 'sample_role_recruiting')], {
    unread: 1,
    lines: [[-95, 1, 'sample_noor_1']],
  }),
  talk(
    ADA,
    [person('omar', 'Omar', 'sample_role_sales'), person('priya', 'Priya', 'sample_role_engineering')],
    {
      lines: [
        [-DAY - 40, 1, 'sample_dinner_1'],
        [-DAY - 31, 2, 'sample_dinner_2'],
        [-DAY - 12, 0, 'sample_dinner_3'],
        [20, 2, 'sample_dinner_4'],
      ],
    },
  ),
  talk(ADA, [person('klara', 'Klara', 'sample_role_sales')], {
    file: 'offer-sample.pdf',
    lines: [
      [-2 * DAY - 3 * HOUR, 1, 'sample_klara_1'],
      [2 * HOUR, 1, 'sample_klara_2'],
    ],
  }),
  talk(ADA, [person('lena', 'Lena', 'sample_role_founder')], {
    channel: 'salesNav',
    unread: 1,
    lines: [
      [-3 * DAY, 0, 'sample_lena_1'],
      [-5 * HOUR, 1, 'sample_lena_2'],
    ],
  }),
  talk(ADA, [person('jonas', 'Jonas', 'sample_role_engineering')], { lines: weekly() }),
  talk(ADA, [person('rosa', 'Rosa', 'sample_role_founder')], { lines: [[3, 1, 'sample_rosa_1']] }),
  talk(ADA, [person('tomas', 'Tomas', 'sample_role_recruiting')], {
    lines: [
      [-6 * DAY, 1, 'sample_tomas_1'],
      [-6 * DAY + 30, 0, 'sample_tomas_2'],
    ],
  }),
  talk(BEN, [person('yuki', 'Yuki', 'sample_role_design')], {
    lines: [
      [-3 * HOUR, 0, 'sample_yuki_1'],
      [2 / 3, 1, 'sample_yuki_2'],
    ],
  }),
  talk(BEN, [{ slug: 'sara-example', name: 'سارة مثال', headline: 'sample_role_engineering' }], {
    unread: 1,
    lines: [
      [-DAY, 0, 'sample_sara_1'],
      [-7 * HOUR, 1, 'sample_sara_2'],
      [45, 1, 'sample_sara_3'],
    ],
  }),
  talk(BEN, [person('carlos', 'Carlos', 'sample_role_founder')], {
    lines: [[-DAY - 5 * HOUR, 1, 'sample_carlos_1']],
  }),
  talk(BEN, [person('anna', 'Anna', 'sample_role_sales')], {
    lines: [
      [-4 * DAY, 1, 'sample_anna_1'],
      [-4 * DAY + 15, 0, 'sample_anna_2'],
      [8 * HOUR, 1, 'sample_anna_3'],
    ],
  }),
  talk(BEN, [person('wei', 'Wei', 'sample_role_engineering')], {
    lines: [
      [-9 * DAY, 1, 'sample_wei_1'],
      [DAY, 1, 'sample_wei_2'],
    ],
  }),
  talk(BEN, [person('leo', 'Leo', null)], {
    lines: [
      [-12 * DAY, 1, 'sample_leo_1'],
      [-12 * DAY + 5, 0, 'sample_leo_2'],
    ],
  }),
]

/** What people say to a reply, one after the other. */
export const SAMPLE_ANSWERS = ['sample_answer_1', 'sample_answer_2', 'sample_answer_3'] as const

/** The profile id of somebody in the sample. */
export function profileIdOf({ slug }: Pick<SamplePerson, 'slug'>): string {
  return `ACoAA${slug}`
}

/** What a line says, in the user's language. */
export function words(says: Line[2]): string {
  return typeof says === 'string' ? text(says) : says()
}

function account(slug: string, firstName: string): SampleAccount {
  const id = sampleAccountId(slug)
  return {
    id,
    profileId: profileIdOf({ slug: id }),
    name: `${firstName} Sample`,
    firstName,
    slug: `${slug}-sample`,
  }
}

function person(slug: string, firstName: string, headline: Said | null): SamplePerson {
  return { slug: `${slug}-example`, name: `${firstName} Example`, headline }
}

function talk(
  of: SampleAccount,
  people: readonly [SamplePerson, ...SamplePerson[]],
  more: Pick<SampleTalk, 'lines' | 'unread' | 'file'> & Partial<Pick<SampleTalk, 'channel'>>,
): SampleTalk {
  return { key: people[0].slug, account: of, channel: 'inbox', people, ...more }
}

/** A thread that is long enough to scroll in: a report each week, and its answer. */
function weekly(): Line[] {
  const weeks = Array.from({ length: WEEKS }, (_, at) => at + 1)
  return weeks.flatMap((week): Line[] => {
    const at = -(WEEKS - week + 1) * 7 * DAY + 2 * DAY
    return [
      [at, 1, () => text('sample_week_report', { week: numberText(week) })],
      [at + 80, 0, () => text('sample_week_answer', { week: numberText(week) })],
    ]
  })
}
