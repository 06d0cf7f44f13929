import { useEffect, useState } from 'react'
import type { Conversation } from '../../lib/domain/conversation.ts'
import type { Message } from '../../lib/domain/message.ts'
import type { Database } from '../../lib/store/database.ts'
import { getConversations, searchConversations } from '../../lib/store/queries/searchConversations.ts'
import { searchMessages } from '../../lib/store/queries/searchMessages.ts'
import { reportProblem } from '../health/problem.ts'
import { useDatabase } from '../platform/PlatformContext.tsx'

import { snippet } from './snippet.ts'

const PEOPLE = 5
const MESSAGES = 200
/** One talkative thread must not push all others out of view. */
const PER_CONVERSATION = 3

interface Hit {
  message: Message
  conversation: Conversation
}

export interface Found {
  query: string
  people: Conversation[]
  hits: Hit[]
}

/**
 * What a search finds; the last findings stay until the new ones are there. Not a live query on purpose: it reads
 * through all messages, which must not happen again at each message that comes in.
 */
export function useSearch(query: string): Found | undefined {
  const db = useDatabase()
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    const stop = new AbortController()
    find(db, query, stop.signal).then(
      (next) => {
        if (!stop.signal.aborted) setFound(next)
      },
      () => reportProblem('storage'),
    )
    return () => stop.abort()
  }, [db, query])
  return found
}

async function find(db: Database, query: string, signal: AbortSignal): Promise<Found> {
  const people = await searchConversations(db, query, PEOPLE)
  const messages = await searchMessages(db, query, MESSAGES, signal)
  const conversations = await getConversations(
    db,
    messages.map((message) => message.conversationId),
  )
  const perConversation = new Map<string, number>()
  const hits = messages.flatMap((message) => {
    const conversation = conversations.get(message.conversationId)
    if (!conversation || !snippet(message.text, query).some((piece) => piece.hit)) return []
    const before = perConversation.get(conversation.id) ?? 0
    perConversation.set(conversation.id, before + 1)
    return before < PER_CONVERSATION ? [{ message, conversation }] : []
  })
  return { query, people, hits }
}
