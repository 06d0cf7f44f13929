import type { Route } from '../server/route'

/** Outside /linkedin and without a key: proves reachability and nothing else (contract 0.1). */
export const healthRoute: Route = {
  method: 'GET',
  path: '/health',
  handle: () => ({ status: 200, body: { status: 'ok' }, wrap: false }),
}
