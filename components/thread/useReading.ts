import { useCallback, useEffect, useState } from 'react'
import type { Conversation } from '../../lib/domain/conversation.ts'
import type { Triage } from '../../lib/domain/triage.ts'
import { markRead } from '../../lib/store/intents/marks.ts'
import { triageOf } from '../../lib/store/queries/triage.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useStored } from '../hooks/useStored.ts'
import { useAttention } from './useAttention.ts'

/** Looked at for this long counts as read (design: reading is not telling). */
const READ_MS = 1000

interface Reading {
  conversation: Conversation
  /** What is known of it already; it is read anew. */
  triage: Triage | null
  /** The newest message is on screen, and it is the newest there is as far as can be known. */
  newestInView: boolean
}

/**
 * Marks the conversation as read once it was looked at for a second. What was marked unread by hand while it was open
 * stays unread until something new comes in; call the returned function when that happens.
 */
export function useReading({ conversation, triage: first, newestInView }: Reading): () => void {
  const { id, unread, latestInboundAt } = conversation
  const triage = useStored((db) => triageOf(db, id), [id], first)
  const intend = useIntent()
  const attentive = useAttention()
  /** Nothing up to here is read by looking. */
  const [heldUpTo, setHeldUpTo] = useState(-1)
  const isNews = triage !== undefined && latestInboundAt > (triage?.readUpTo ?? 0)
  const due = triage !== undefined && newestInView && attentive && (unread === 1 || isNews)

  useEffect(() => {
    if (!due || latestInboundAt <= heldUpTo) return
    const timer = setTimeout(() => void intend((db, now) => markRead(db, id, now, 'byPolicy')), READ_MS)
    return () => clearTimeout(timer)
  }, [due, id, latestInboundAt, heldUpTo, intend])

  return useCallback(() => setHeldUpTo(latestInboundAt), [latestInboundAt])
}
