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

/** The conversations that visible pages show at the moment. */
export async function onScreen(): Promise<Set<string>> {
  const { held = [] } = await navigator.locks.query()
  const names = held.map((lock) => lock.name ?? '')
  return new Set(names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)))
}
