import { type Route, routeName } from './route'

export interface FoundRoute {
  route: Route
  name: string
  /** The raw, still encoded value of `:urn` or `:id`. */
  param?: string
}

/** Finds the route of a raw path below the base path. Fixed words win over parameters. */
export function findRoute(routes: readonly Route[], method: string, rawPath: string): FoundRoute | undefined {
  const asked = rawPath.split('/')
  const candidates = routes.filter((r) => r.method === method)
  candidates.sort((a, b) => Number(a.path.includes(':')) - Number(b.path.includes(':')))
  for (const route of candidates) {
    const words = route.path.split('/')
    if (words.length !== asked.length) continue
    if (!words.every((word, i) => word.startsWith(':') || word === asked[i])) continue
    const place = words.findIndex((word) => word.startsWith(':'))
    const param = place < 0 ? undefined : asked[place]
    return { route, name: routeName(route), ...(param === undefined ? {} : { param }) }
  }
  return undefined
}
