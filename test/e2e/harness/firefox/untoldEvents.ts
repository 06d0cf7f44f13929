/** What Firefox answers, or tells by itself. */
export interface Message {
  readonly id?: number
  readonly type?: string
  readonly error?: string
  readonly method?: string
  readonly params?: {
    readonly context?: string
    readonly realm?: string
    readonly url?: string
    readonly navigation?: string | null
  }
  readonly result?: { readonly realm?: string; readonly result?: { readonly value?: string } }
}

interface Ways {
  /** Asks Firefox for something that Playwright knows nothing of. */
  ask(method: string, params: object): Promise<Message>
  /** Tells Playwright of an event. */
  tell(method: string, params: object): void
}

const LOADED = `new Promise((resolve) => {
  const tell = () => resolve(location.origin)
  if (document.readyState === 'complete') tell()
  else addEventListener('load', tell)
})`
/** How often, and how long (ms) apart, a page is asked that has not taken its place yet. */
const TRIES = 100
const APART_MS = 20

/**
 * The events by which Playwright follows a page, where Firefox keeps them to itself. A page of an extension lives in another
 * process than the empty one it takes the place of. Where that takes long, Firefox does not tell of its realm, and that it has
 * loaded it never tells; Playwright would wait for both for ever.
 */
export class UntoldEvents {
  readonly #ways: Ways
  readonly #extension: string
  /** Where scripts run that Playwright was told of. */
  readonly #realms = new Set<string>()
  /** The newest navigation of each page. */
  readonly #newest = new Map<string, string | null | undefined>()

  /** @param extension begins the addresses of pages of an extension */
  constructor(extension: string, ways: Ways) {
    this.#extension = extension
    this.#ways = ways
  }

  /** Is to be given every event that goes to Playwright, once it has gone there. */
  follow({ method, params = {} }: Message): void {
    const { context, realm, url, navigation } = params
    if (method === 'script.realmCreated' && realm) this.#realms.add(realm)
    if (method !== 'browsingContext.navigationCommitted' || !context || !url) return
    this.#newest.set(context, navigation)
    void this.#tellOfRealm(context)
    if (url.startsWith(this.#extension)) void this.#tellOfLoad(context, url, navigation)
  }

  async #tellOfRealm(context: string): Promise<void> {
    const { realm, origin } = await this.#evaluate(context, 'location.origin')
    if (!realm || this.#realms.has(realm)) return
    this.#realms.add(realm)
    this.#ways.tell('script.realmCreated', { realm, origin, context, type: 'window' })
  }

  async #tellOfLoad(context: string, url: string, navigation: string | null | undefined): Promise<void> {
    for (let tries = 0; tries < TRIES; tries++) {
      const { origin } = await this.#evaluate(context, LOADED)
      if (this.#newest.get(context) !== navigation) return
      if (origin.startsWith(this.#extension)) {
        const params = { context, navigation, url, timestamp: Date.now() }
        for (const event of ['domContentLoaded', 'load']) this.#ways.tell(`browsingContext.${event}`, params)
        return
      }
      await new Promise((resolve) => setTimeout(resolve, APART_MS))
    }
  }

  async #evaluate(context: string, expression: string): Promise<{ realm?: string; origin: string }> {
    const { result } = await this.#ways.ask('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
    })
    return { ...(result?.realm ? { realm: result.realm } : {}), origin: result?.result?.value ?? '' }
  }
}
