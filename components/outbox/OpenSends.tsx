import type { SendIntent } from '../../lib/domain/intent.ts'
import { isLate } from '../../lib/domain/scheduled.ts'
import { openSends } from '../../lib/store/queries/openSends.ts'
import { useNow } from '../hooks/useNow.ts'
import { useStored } from '../hooks/useStored.ts'
import { sendStateText } from '../thread/sendStateText.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { momentText } from '../ui/timeText.ts'
import styles from './OpenSends.module.css'

interface OpenSendsProps {
  onOpen: (conversationId: string) => void
  onFirst: (profile: string) => void
}

/** What waits in the outbox and would go unseen: first messages under way, and scheduled replies that missed their time. */
export function OpenSends({ onOpen, onFirst }: OpenSendsProps) {
  const now = useNow()
  const open = useStored((db) => openSends(db, now), [now])
  if (!open || open.length === 0) return null
  return (
    <div className={styles.open}>
      {open.map(({ send, title }) => {
        const { to } = send
        const isMissed = send.state === 'scheduled' && isLate(send, now)
        return (
          <Banner
            key={send.id}
            tone={send.state === 'failed' || isMissed ? 'warning' : 'info'}
            action={
              <Button size="small" onClick={() => (to ? onFirst(to.profile) : onOpen(send.conversationId))}>
                Show
              </Button>
            }
          >
            {isMissed ? (
              <>
                {to ? 'A message' : 'A reply'} to <bdi>{to?.profile ?? title}</bdi> was due{' '}
                {momentText(send.dueAt ?? 0, now)} and did not go out.
              </>
            ) : (
              <>
                Message to <bdi>{to?.profile ?? title}</bdi>: {stateOf(send, now)}
              </>
            )}
          </Banner>
        )
      })}
    </div>
  )
}

function stateOf(send: SendIntent, now: number): string {
  if (send.state === 'scheduled') return `scheduled for ${momentText(send.dueAt ?? 0, now)}`
  return sendStateText(send, { online: true, late: false, full: false, behind: false }).label
}
