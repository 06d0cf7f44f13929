import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { SendIntent } from '../../lib/domain/intent.ts'
import { sendsOf } from '../../lib/store/queries/thread.ts'
import { useStored } from '../hooks/useStored.ts'

/**
 * The replies of a thread that are on their way, and how to add one that was put on the disk just now: it is shown at
 * once, beside the last answer of the database, and the next answer, which has it, takes its place.
 */
export function useSends(
  conversationId: string,
  first: SendIntent[],
): [readonly SendIntent[], (kept: SendIntent) => void] {
  const stored = useStored((db) => sendsOf(db, conversationId), [conversationId], first) ?? first
  const [added, setAdded] = useState({ to: stored, sends: [] as SendIntent[] })
  const latest = useRef(stored)
  useLayoutEffect(() => {
    latest.current = stored
  }, [stored])
  const add = useCallback((kept: SendIntent) => {
    const to = latest.current
    // In this very task: the lists that the write changed are being read again, and their answers would come before it.
    flushSync(() => setAdded((last) => ({ to, sends: last.to === to ? [...last.sends, kept] : [kept] })))
  }, [])
  const sends = useMemo(() => {
    const known = new Set(stored.map(({ id }) => id))
    const fresh = added.to === stored ? added.sends.filter(({ id }) => !known.has(id)) : []
    return fresh.length === 0 ? stored : [...stored, ...fresh]
  }, [stored, added])
  return [sends, add]
}
