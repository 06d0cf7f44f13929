import type { RateSpelling } from '../options'

/** What goes wrong. Fields may be combined, e.g. `{ delayMs: 200, status: 502, html: true }`. */
export interface FaultEffect {
  /** Wait before anything else is done. */
  delayMs?: number
  /** Accept the request, do nothing, never answer. */
  hang?: true
  /** Reset the connection before the request is handled. */
  reset?: true
  /** Answer with this status and do nothing. */
  status?: number
  body?: unknown
  headers?: Record<string, string>
  /** With `status`: a gateway's HTML page instead of JSON. */
  html?: true
  /** 429 in a given spelling, with the reset so far away (default 60 s). */
  rateLimited?: RateSpelling
  resetInMs?: number
  /** Do the work, then never answer, reset, or answer with a gateway's HTML page. */
  deliverThen?: 'hang' | 'reset' | { status: number }
  /** Do the work twice and answer the second time: what a browser makes of a connection that died under a post. */
  twice?: true
  /** Do the work and send the whole JSON, but never end the response. */
  neverClose?: true
  /** Do the work, then half of the JSON: as a complete answer, or broken off by a reset. */
  truncate?: true | 'reset'
  /** A page asked for with a greater `count` comes as `{ _truncated, preview }` (contract 8.22). */
  cutAbove?: number
  /** 200 with this text, nothing done. */
  rawBody?: string
  /** 200 with `success: false`, nothing done (contract 0.6). */
  successFalse?: true | string
  /** An empty page with a `linkedin:` cursor that leads to what was left out (contract 7.2). */
  emptyList?: true
  /** The cursor that was sent comes back (contract 7.2). */
  repeatCursor?: true
  /** Leaves the row at this place out. */
  dropRow?: number
  /** Puts garbage among the rows: the given value, or a selection of nonsense. */
  badRow?: unknown
}

export interface FaultRule {
  /** e.g. `GET /conversations/:urn/messages`; without it every route. */
  route?: string
  method?: string
  accountId?: string
  /** Key of the conversation. */
  conversation?: string
  /** How often it strikes. Default 1. */
  times?: number | 'always'
  /** Lets so many matching requests pass first. */
  skip?: number
  effect: FaultEffect
}

export interface FaultTarget {
  route: string
  method: string
  accountId?: string | undefined
  conversation?: string | undefined
}

const matches = (rule: FaultRule, target: FaultTarget): boolean =>
  (rule.route === undefined || rule.route === target.route) &&
  (rule.method === undefined || rule.method === target.method) &&
  (rule.accountId === undefined || rule.accountId === target.accountId) &&
  (rule.conversation === undefined || rule.conversation === target.conversation)

/** Rules in the order they were given; the first live one that matches strikes. */
export class Faults {
  #rules: { rule: FaultRule; skip: number; left: number }[] = []

  add(rule: FaultRule): () => void {
    const left = rule.times === 'always' ? Number.POSITIVE_INFINITY : (rule.times ?? 1)
    const entry = { rule, skip: rule.skip ?? 0, left }
    this.#rules.push(entry)
    return () => {
      this.#rules = this.#rules.filter((e) => e !== entry)
    }
  }

  clear(): void {
    this.#rules = []
  }

  strike(target: FaultTarget): FaultEffect | undefined {
    for (const entry of this.#rules) {
      if (entry.left <= 0 || !matches(entry.rule, target)) continue
      if (entry.skip > 0) {
        entry.skip--
        continue
      }
      entry.left--
      return entry.rule.effect
    }
    return undefined
  }
}
