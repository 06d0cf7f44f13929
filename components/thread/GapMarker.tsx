import { useState } from 'react'
import { type Failure, failureText } from '../../lib/domain/failure.ts'
import { text } from '../../lib/domain/texts.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './GapMarker.module.css'

interface GapMarkerProps {
  conversationId: string
  /** Where the span below the gap begins, server ms. */
  from: number
}

/** Says that messages are missing here, and fetches them. It goes away by itself when the gap is closed. */
export function GapMarker({ conversationId, from }: GapMarkerProps) {
  const platform = usePlatform()
  const [state, setState] = useState<'idle' | 'loading' | Failure>('idle')
  const load = async () => {
    setState('loading')
    const outcome = await platform.command('loadGap', { conversationId, from })
    setState(outcome.ok ? 'idle' : outcome.failure)
  }
  const failed = typeof state === 'object'
  return (
    <div className={styles.marker}>
      <p className={styles.text} role={failed ? 'alert' : undefined}>
        {failed ? failureText(state) : text('thread_notLoadedBetween')}
      </p>
      <Button size="small" onClick={load} disabled={state === 'loading'} className={styles.button}>
        {state === 'loading' ? text('common_loading') : text('thread_loadMissing')}
      </Button>
    </div>
  )
}
