import type { Route } from '../server/route'
import { accountRoutes } from './accounts'
import { attachmentRoutes } from './attachments'
import { existsRoute } from './exists'
import { listRoute } from './list'
import { markRoutes } from './marks'
import { messagesRoute } from './messages'
import { salesNavRoutes } from './salesNav'
import { sendRoute } from './send'
import { syncRoutes } from './sync'

/** Everything below /linkedin. */
export const ROUTES: readonly Route[] = [
  ...accountRoutes,
  listRoute,
  messagesRoute,
  existsRoute,
  sendRoute,
  ...attachmentRoutes,
  ...markRoutes,
  ...syncRoutes,
  ...salesNavRoutes,
]
