import { useNow } from '../hooks/useNow.ts'
import { absoluteText, relativeText } from './timeText.ts'

interface RelativeTimeProps {
  /** Local or server ms. */
  at: number
  className?: string | undefined
}

/** How long ago; the whole date on hover. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const now = useNow()
  return (
    <time dateTime={new Date(at).toISOString()} title={absoluteText(at)} className={className}>
      {relativeText(at, now)}
    </time>
  )
}
