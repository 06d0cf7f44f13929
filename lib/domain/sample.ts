import type { Attachment } from './message.ts'

/** Stands where the key would while the sample inbox is open. It is no key: nobody is ever asked with it. */
export const SAMPLE_KEY = 'sample-inbox'

const OF_SAMPLE = 'sample-'

/** The id of an account of the sample inbox. */
export function sampleAccountId(slug: string): string {
  return `${OF_SAMPLE}${slug}`
}

/** Whether an account (by id) is one of the sample inbox. */
export function isSampleAccount(id: string): boolean {
  return id.startsWith(OF_SAMPLE)
}

/** A message the user sent in the sample inbox. */
export interface SampleSent {
  /** The key of its conversation. */
  talk: string
  accountId: string
  /** Local ms. */
  at: number
  text: string
  attachments: Attachment[]
}

/** What became of the sample inbox since it was opened; all else follows from the time. */
export interface SampleState {
  /** Local ms. */
  beganAt: number
  sent: SampleSent[]
  /** By account and conversation, up to when (local ms) it was read; one that is missing is as it came. */
  readTo: Record<string, number>
}
