import type { CommandName, RequestOf } from './protocol.ts'
import { z } from './zod.ts'

const nothing = z.object({})
const conversation = z.object({ conversationId: z.string() })

type Schemas = { [N in CommandName]: z.ZodMiniType<RequestOf<N>> }

/** What each command must look like when it reaches the worker. */
export const REQUEST_SCHEMAS: Schemas = {
  connect: nothing,
  syncNow: nothing,
  openConversation: conversation,
  refreshConversation: conversation,
  loadOlder: conversation,
  loadGap: z.object({ conversationId: z.string(), from: z.number() }),
  drain: nothing,
  checkAgain: z.object({ intentId: z.string() }),
  fetchMedia: z.object({ messageId: z.string(), index: z.number() }),
  findConversation: z.object({ accountId: z.string(), profile: z.string() }),
  clearCache: nothing,
  deleteEverything: nothing,
}

/** The envelope every command comes in. */
export const ENVELOPE = z.object({ command: z.string(), request: z.unknown() })
