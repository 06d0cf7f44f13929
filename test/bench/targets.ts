/** What is asked of one measurement. All that is given must hold. */
export interface Target {
  /** The most p95 may be; for a rate, the least. */
  readonly limit?: number
  /** The most (for a rate, the least) that p95 may be, as a multiple of the floor's p95. */
  readonly ofFloor?: number
  /** The most the median at the largest size may be, as a multiple of that at the smallest. */
  readonly growth?: number
  /** More is better. */
  readonly isRate?: boolean
}

const FLAT = 1.2
/** More than so much dearer, a sealed cache is none to offer. */
const SEALED = 1.1

/** By the name of the measurement; one without a target is there to explain others. */
export const TARGETS: Readonly<Record<string, Target>> = {
  'popup, first rows': { ofFloor: 1.0, growth: FLAT },
  'popup, first rows, process warm': { growth: FLAT },
  'panel on the longest thread, newest screen': { ofFloor: 1.3, growth: FLAT },
  'switching to the longest thread': { limit: 50, ofFloor: 1.2, growth: FLAT },
  'Enter, own bubble': { limit: 50, growth: FLAT },
  'scrolling back, frame': { growth: FLAT },
  'scrolling back, longest long task': { limit: 50 },
  'scrolling back, anchor moves': { limit: 1 },
  'scrolling back, empty frames': { limit: 0 },
  'arriving message, painted': { limit: 100, growth: FLAT },
  'first import': { ofFloor: 0.7, growth: FLAT, isRate: true },
  'poll with nothing new, CPU': { ofFloor: 1.5, growth: FLAT },
  'poll with nothing new, requests an account': { limit: 1 },
  'poll with nothing new, cache writes': { limit: 0 },
  // Search reads the text there is, so it grows with it: no growth is asked for.
  'search, keystroke, warm': { limit: 50 },
  'search, first after opening': { limit: 400 },
  'search, longest long task': { limit: 50 },
  'panel JS heap, search warm': { limit: 120 },
  'sealed, 50 conversations of the list': { ofFloor: SEALED },
  'sealed, newest screen of a thread': { ofFloor: SEALED },
  'sealed, 200 messages scrolled back': { ofFloor: SEALED },
  'sealed, all conversations for a search': { ofFloor: SEALED },
  'sealed, all packs for a search': { ofFloor: SEALED },
  'sealed, the same of five times the text': { ofFloor: SEALED },
  'sealed, pages of an import': { ofFloor: 0.91, isRate: true },
  'gzip, popup path': { limit: 115 },
  'gzip, panel path': { limit: 160 },
  'gzip, worker': { limit: 70 },
  'zip, texts in English alone': { limit: 450 },
}
