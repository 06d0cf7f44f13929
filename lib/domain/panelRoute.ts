/** Where the side panel is. Other code opens it by these addresses (ui-contract.md). */
export type Route =
  /** With `unread` the list shows what is unread; without, what it showed before. */
  | { page: 'list'; filter?: 'unread' }
  /**
   * With `at` (a message id) at that message, with what surrounds it; without, at the newest. With `reply` it is opened in
   * order to be answered.
   */
  | { page: 'conversation'; id: string; at?: string; reply?: true }
  | { page: 'search'; query: string }
  /** Writing to somebody there is no conversation with yet: the address or name of their LinkedIn profile, or empty. */
  | { page: 'new'; profile: string }

/** The place a hash names; what nobody understands is the list. */
export function parseRoute(hash: string): Route {
  const path = hash.replace(/^#\/?/, '')
  if (path === 'unread') return { page: 'list', filter: 'unread' }
  if (path.startsWith('c/')) {
    const [name = '', rest] = path.slice(2).split('?')
    const id = decode(name)
    const params = new URLSearchParams(rest)
    const at = params.get('at')
    if (!id) return { page: 'list' }
    return {
      page: 'conversation',
      id,
      ...(at ? { at } : {}),
      ...(params.has('reply') ? { reply: true } : {}),
    }
  }
  if (path.startsWith('search')) {
    const query = new URLSearchParams(path.split('?')[1] ?? '').get('q') ?? ''
    return { page: 'search', query }
  }
  if (path === 'new' || path.startsWith('new?')) {
    return { page: 'new', profile: new URLSearchParams(path.slice('new?'.length)).get('profile') ?? '' }
  }
  return { page: 'list' }
}

/** The hash of a place. */
export function hashOf(route: Route): string {
  switch (route.page) {
    case 'list':
      return route.filter ? `#/${route.filter}` : '#/'
    case 'conversation': {
      const params = new URLSearchParams()
      if (route.at) params.set('at', route.at)
      if (route.reply) params.set('reply', '')
      return `#/c/${encodeURIComponent(route.id)}${params.size > 0 ? `?${params}` : ''}`
    }
    case 'search':
      return `#/search?${new URLSearchParams({ q: route.query })}`
    case 'new':
      return route.profile ? `#/new?${new URLSearchParams({ profile: route.profile })}` : '#/new'
  }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
