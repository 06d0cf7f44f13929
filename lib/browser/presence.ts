const PREFIX = 'shown:'

/**
 * Says, until the returned function is called or the page is gone, that this page shows a conversation. A lock says it:
 * the browser itself lets go of it with the page, whatever became of clocks and workers meanwhile.
 */
export function showing(conversationId: string): () => void {
  let hide: () => void = () => undefined
  const hidden = new Promise<void>((resolve) => {
    hide = resolve
  })
  // Shared, as two windows may show the same. It is refused only to a page that is going away.
  navigator.locks
    .request(`${PREFIX}${conversationId}`, { mode: 'shared' }, () => hidden)
    .catch(() => undefined)
  return hide
}

const PAGE = 'page'

/** Says, until this page is gone, that a page is open, which may write at any time. Resolves once it is said. */
export function sayOpen(): Promise<void> {
  return new Promise((resolve) => {
    navigator.locks
      .request(PAGE, { mode: 'shared' }, () => {
        resolve()
        return new Promise<never>(() => undefined)
      })
      .catch(() => resolve())
  })
}

/** Whether any page is open. */
export async function isAnyOpen(): Promise<boolean> {
  const { held = [], pending = [] } = await navigator.locks.query()
  return [...held, ...pending].some(({ name }) => name === PAGE)
}

/** The conversations that visible pages show at the moment. */
export async function onScreen(): Promise<Set<string>> {
  const { held = [] } = await navigator.locks.query()
  const names = held.map((lock) => lock.name ?? '')
  return new Set(names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)))
}
