import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { hashOf, parseRoute, type Route } from '../../lib/domain/panelRoute.ts'

type Go = (route: Route, how?: 'push' | 'replace') => void

/** Where the panel is, kept in the address, so that back, reload and links work. */
export function useRoute(): [Route, Go] {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  const route = useMemo(() => parseRoute(hash), [hash])
  const go = useCallback<Go>((next, how = 'push') => {
    const address = hashOf(next)
    if (address === location.hash) return
    if (how === 'push') history.pushState(null, '', address)
    else history.replaceState(null, '', address)
    // Both are silent; those who listen hear of it here, and at once: assigning the hash would tell them a frame later.
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  }, [])
  return [route, go]
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
