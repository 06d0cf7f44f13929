/** Where the side panel is. Other code opens it by these addresses (ui-contract.md). */
export type Route =
  /** With `unread` the list shows what is unread; without, what it showed before. */
  | { page: 'list'; filter?: 'unread' }
  | { page: 'conversation'; id: string }
  | { page: 'search'; query: string }

/** The place a hash names; what nobody understands is the list. */
export function parseRoute(hash: string): Route {
  const path = hash.replace(/^#\/?/, '')
  if (path === 'unread') return { page: 'list', filter: 'unread' }
  if (path.startsWith('c/')) {
    const id = decode(path.slice(2))
    return id ? { page: 'conversation', id } : { page: 'list' }
  }
  if (path.startsWith('search')) {
    const query = new URLSearchParams(path.split('?')[1] ?? '').get('q') ?? ''
    return { page: 'search', query }
  }
  return { page: 'list' }
}

/** The hash of a place. */
export function hashOf(route: Route): string {
  switch (route.page) {
    case 'list':
      return route.filter ? `#/${route.filter}` : '#/'
    case 'conversation':
      return `#/c/${encodeURIComponent(route.id)}`
    case 'search':
      return `#/search?${new URLSearchParams({ q: route.query })}`
  }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
