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
    if (how === 'push') location.hash = address
    else {
      history.replaceState(null, '', address)
      // Replacing is silent; those who listen must hear of it.
      window.dispatchEvent(new HashChangeEvent('hashchange'))
    }
  }, [])
  return [route, go]
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
