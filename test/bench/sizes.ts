/** How much the cache holds while something is measured. */
export interface Size {
  readonly name: string
  readonly messages: number
  readonly conversations: number
  /** Messages of the longest thread. */
  readonly longest: number
}

/** The first page of every list is full at each size, so that what grows is the cache and not what is shown of it. */
export const SIZES: readonly Size[] = [
  { name: '2k', messages: 2_000, conversations: 120, longest: 500 },
  { name: '20k', messages: 20_000, conversations: 400, longest: 5_000 },
  { name: '200k', messages: 200_000, conversations: 2_000, longest: 50_000 },
]

/** Messages of the threads that do not grow: a page of the API. */
export const SHORT = 50
/** Threads of that length that switching is compared with; they come second and third in the list. */
export const SWITCHED = 2
/** Threads of that length whose import is measured, some at a time; they come next in the list. */
export const IMPORTED = 25
/** Unread conversations at each size: as many rows as the popup's floor reads. */
export const UNREAD = 20
