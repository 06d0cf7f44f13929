import { useEffect, useState } from 'react'
import { counted, text } from '../../lib/domain/texts.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'

const MINUTE = 60_000

/** When the inbox is looked at next, in words; asked anew at each `now` (local ms). */
export function useNextPoll(now: number): string {
  const platform = usePlatform()
  const [at, setAt] = useState<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again at each tick of the clock
  useEffect(() => {
    let gone = false
    platform.nextPollAt().then(
      (time) => {
        if (!gone) setAt(time)
      },
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [platform, now])
  return nextPollText(at === null ? null : at - now)
}

/** @param wait ms from now; null where nothing is planned */
export function nextPollText(wait: number | null): string {
  if (wait === null) return text('settings_nextLook_none')
  if (wait < MINUTE) return text('settings_nextLook_soon')
  return counted('settings_nextLook_inMinutes', Math.round(wait / MINUTE))
}
