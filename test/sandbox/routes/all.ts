import type { Route } from '../server/route'
import { accountRoutes } from './accounts'
import { attachmentRoutes } from './attachments'
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
  sendRoute,
  ...attachmentRoutes,
  ...markRoutes,
  ...syncRoutes,
  ...salesNavRoutes,
]
