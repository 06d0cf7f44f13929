export type ViolationKind =
  | 'missing-account'
  | 'unknown-account'
  | 'wrong-account'
  | 'foreign-conversation'
  | 'wrong-channel'
  | 'missing-sync'
  | 'missing-field'
  | 'unknown-parameter'
  | 'unknown-field'
  | 'bad-value'
  | 'bad-cursor'
  | 'bad-json'
  | 'bad-urn'
  | 'unencoded-path'
  | 'content-type'
  | 'unexpected-body'
  | 'unknown-asset'
  | 'key-outside-header'
  | 'unknown-route'

/** Something the client must never do. Tests assert that there is none. */
export interface Violation {
  at: number
  requestId: number
  route: string
  kind: ViolationKind
  detail: string
}

export interface RequestRecord {
  id: number
  at: number
  method: string
  /** Name of the route, e.g. `GET /conversations/:urn/messages`, or `?` when nothing matched. */
  route: string
  /** Raw path, as it came over the wire. */
  path: string
  query: Record<string, string>
  body: unknown
  /** Lower-case names; `authorization` is only `ok`, `bad` or `none`. */
  headers: Record<string, string>
  /** Whose key it came with; absent where it came with none that is known. */
  workspace?: string
  accountId?: string
  /** Key of the conversation it is about. */
  conversation?: string
  /** Null while unanswered, and for ever after a hang or a reset. */
  status: number | null
  fault?: string
  ms?: number
}

/** A message that really went out through the API. */
export interface Delivery {
  at: number
  requestId: number
  accountId: string
  conversation: string
  messageKey: string
  text: string
  /** Names of the files that went with it. */
  files: string[]
}

export interface RequestFilter {
  route?: string
  method?: string
  accountId?: string
  conversation?: string
}

/** Remembers what was asked, what was wrong with it and what was sent. Never the key. */
export class Recorder {
  #requests: RequestRecord[] = []
  #violations: Violation[] = []
  #deliveries: Delivery[] = []

  add(record: RequestRecord): void {
    this.#requests.push(record)
  }

  violated(violation: Violation): void {
    this.#violations.push(violation)
  }

  delivered(delivery: Delivery): void {
    this.#deliveries.push(delivery)
  }

  requests(filter: RequestFilter = {}): RequestRecord[] {
    return this.#requests.filter(
      (r) =>
        (filter.route === undefined || r.route === filter.route) &&
        (filter.method === undefined || r.method === filter.method) &&
        (filter.accountId === undefined || r.accountId === filter.accountId) &&
        (filter.conversation === undefined || r.conversation === filter.conversation),
    )
  }

  violations(): Violation[] {
    return [...this.#violations]
  }

  deliveries(conversation?: string): Delivery[] {
    return this.#deliveries.filter((d) => conversation === undefined || d.conversation === conversation)
  }

  clear(): void {
    this.#requests = []
    this.#violations = []
    this.#deliveries = []
  }
}
