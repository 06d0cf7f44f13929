import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../lib/domain/failure.ts'
import type { Span } from '../../lib/domain/span.ts'
import { isComplete } from '../../lib/domain/timeline.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'

/** Answers without anything new after which we stop asking by ourselves (contract 7.2). */
const MOST_EMPTY = 3

export type OlderStatus = 'idle' | 'loading' | 'complete' | Failure

const NOTHING_CAME: Failure = { kind: 'badResponse', detail: null, status: null, retryAt: null }

interface Older {
  status: OlderStatus
  /** Asks the API for older messages, if the cache holds no more and there may be some. */
  load: () => void
  retry: () => void
}

/** Loads what is older than the cache, one request at a time. */
export function useOlderMessages(
  conversationId: string,
  more: boolean,
  spans: readonly Span[] | undefined,
): Older {
  const platform = usePlatform()
  const [state, setState] = useState<'idle' | 'loading' | 'ended' | Failure>('idle')
  const busy = useRef(false)
  const empty = useRef(0)
  const lowest = spans?.[0]
  const ended = state === 'ended' || (spans !== undefined && isComplete(spans))

  const ask = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    setState('loading')
    const outcome = await platform.command('loadOlder', { conversationId })
    busy.current = false
    if (!outcome.ok) return setState(outcome.failure)
    // The spans will say so too, a moment later; asking once more in between would lead nowhere.
    if (outcome.reply.beginning) return setState('ended')
    empty.current = outcome.reply.added > 0 ? 0 : empty.current + 1
    setState(empty.current >= MOST_EMPTY ? NOTHING_CAME : 'idle')
  }, [platform, conversationId])

  const load = useCallback(() => {
    if (state === 'idle' && lowest && !lowest.beginning && !more) void ask()
  }, [state, lowest, more, ask])

  // A pause that the API asks for, or that keeps us within the budget, ends by itself.
  useEffect(() => {
    if (typeof state === 'string' || state.retryAt === null) return
    const timer = setTimeout(() => void ask(), Math.max(0, state.retryAt - Date.now()))
    return () => clearTimeout(timer)
  }, [state, ask])

  const retry = useCallback(() => {
    empty.current = 0
    void ask()
  }, [ask])

  if (!ended || more) return { status: state === 'ended' ? 'idle' : state, load, retry }
  return { status: 'complete', load, retry }
}
