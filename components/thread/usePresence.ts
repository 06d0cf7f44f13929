import { useLateEffect } from '../hooks/useLateEffect.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'

const PULSE_MS = 15_000

/**
 * Says which conversation is on screen, so that nobody is notified of it, and has the worker look for newer messages
 * while it is. Pages may have timers; the worker may not.
 */
export function usePresence(conversationId: string): void {
  const { command, showing } = usePlatform()
  useLateEffect(() => {
    let leave: () => void = () => undefined
    const enter = () => {
      const hide = showing(conversationId)
      const timer = setInterval(() => void command('refreshConversation', { conversationId }), PULSE_MS)
      leave = () => {
        hide()
        clearInterval(timer)
      }
    }
    const follow = () => {
      leave()
      leave = () => undefined
      if (document.visibilityState === 'visible') enter()
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      leave()
    }
  }, [command, showing, conversationId])
}
