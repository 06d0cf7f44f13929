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
        const { label } = sendStateText(send, { online: true, late: false, full: false, behind: false })
        return (
          <Banner
            key={send.id}
            tone={send.state === 'failed' || send.state === 'scheduled' ? 'warning' : 'info'}
            action={
              <Button size="small" onClick={() => (to ? onFirst(to.profile) : onOpen(send.conversationId))}>
                Show
              </Button>
            }
          >
            {to ? (
              <>
                Message to <bdi>{to.profile}</bdi>: {label}
              </>
            ) : (
              <>
                A reply to <bdi>{title}</bdi> was due {momentText(send.dueAt ?? 0, now)} and did not go out.
              </>
            )}
          </Banner>
        )
      })}
    </div>
  )
}
