import { useCallback, useEffect, useState } from 'react'
import type { Failure } from '../../lib/domain/failure.ts'
import { useLateEffect } from '../hooks/useLateEffect.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'

export type Opening = 'underway' | 'done' | Failure

/** Has the conversation read freshly when it is opened; tells how that goes and gives the way to try once more. */
export function useOpening(conversationId: string): { opening: Opening; reopen: () => void } {
  const { command } = usePlatform()
  const [opening, setOpening] = useState<Opening>('underway')
  const [attempt, setAttempt] = useState(0)
  useLateEffect(() => {
    let left = false
    setOpening('underway')
    void command('openConversation', { conversationId }).then((outcome) => {
      if (!left) setOpening(outcome.ok ? 'done' : outcome.failure)
    })
    return () => {
      left = true
    }
  }, [command, conversationId, attempt])
  // A pause that the API asks for, or that keeps us within the budget, ends by itself.
  useEffect(() => {
    if (typeof opening === 'string' || opening.retryAt === null) return
    const timer = setTimeout(() => setAttempt((n) => n + 1), Math.max(1000, opening.retryAt - Date.now()))
    return () => clearTimeout(timer)
  }, [opening])
  // With a rejected key nothing is read by itself; whoever asks finds out whether it works again.
  const isOut = typeof opening !== 'string' && opening.kind === 'keyRejected'
  const reopen = useCallback(() => {
    const again = () => setAttempt((n) => n + 1)
    if (isOut) void command('syncNow', {}).then(again)
    else again()
  }, [command, isOut])
  return { opening, reopen }
}
