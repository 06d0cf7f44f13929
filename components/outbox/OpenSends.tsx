import type { SendIntent } from '../../lib/domain/intent.ts'
import { isLate } from '../../lib/domain/scheduled.ts'
import { counted, text } from '../../lib/domain/texts.ts'
import { type OpenSend, openSends, waitsForUser } from '../../lib/store/queries/openSends.ts'
import { useNow } from '../hooks/useNow.ts'
import { useStored } from '../hooks/useStored.ts'
import { sendStateText } from '../thread/sendStateText.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { RichText } from '../ui/RichText.tsx'
import { momentText } from '../ui/timeText.ts'
import styles from './OpenSends.module.css'

/** More replies that wait for the user than this are told in one line: the list is wanted, too. */
const APART = 2

interface OpenSendsProps {
  /** What is open shows its own replies. */
  openId: string | null
  onOpen: (conversationId: string) => void
  onFirst: (profile: string) => void
}

/** What waits in the outbox and would go unseen: first messages under way, replies that failed, and those that missed their time. */
export function OpenSends({ openId, onOpen, onFirst }: OpenSendsProps) {
  const now = useNow()
  const all = useStored((db) => openSends(db, now), [now])
  const open = all?.filter(({ send }) => send.conversationId !== openId) ?? []
  if (open.length === 0) return null
  const waiting = open.filter(({ send }) => !send.to && waitsForUser(send))
  const [first] = waiting
  const grouped = waiting.length > APART
  const apart = grouped ? open.filter((one) => !waiting.includes(one)) : open
  const show = ({ to, conversationId }: SendIntent) => (to ? onFirst(to.profile) : onOpen(conversationId))
  return (
    <div className={styles.open}>
      {grouped && first && (
        <Banner tone="warning" action={<ShowButton onClick={() => show(first.send)} />}>
          {counted('outbox_several', waiting.length)}{' '}
          <RichText id="outbox_first" values={{ name: <bdi>{first.title}</bdi> }} />
        </Banner>
      )}
      {apart.map((one) => (
        <Banner
          key={one.send.id}
          tone={waitsForUser(one.send) || isMissed(one.send, now) ? 'warning' : 'info'}
          action={<ShowButton onClick={() => show(one.send)} />}
        >
          <Words {...one} now={now} />
        </Banner>
      ))}
    </div>
  )
}

function ShowButton({ onClick }: { onClick: () => void }) {
  return (
    <Button size="small" onClick={onClick}>
      {text('outbox_show')}
    </Button>
  )
}

function Words({ send, title, now }: OpenSend & { now: number }) {
  const { to } = send
  const name = <bdi>{to?.profile ?? title ?? text('outbox_somebody')}</bdi>
  if (isMissed(send, now)) {
    const moment = momentText(send.dueAt ?? 0, now)
    return <RichText id={to ? 'outbox_messageMissed' : 'outbox_replyMissed'} values={{ name, moment }} />
  }
  if (to) return <RichText id="outbox_message" values={{ name, state: stateOf(send, now) }} />
  return (
    <RichText
      id={send.state === 'failed' ? 'outbox_replyNotSent' : 'outbox_replyNotConfirmed'}
      values={{ name }}
    />
  )
}

function isMissed(send: SendIntent, now: number): boolean {
  return send.state === 'scheduled' && isLate(send, now)
}

function stateOf(send: SendIntent, now: number): string {
  if (send.state === 'scheduled')
    return text('outbox_scheduledFor', { moment: momentText(send.dueAt ?? 0, now) })
  return sendStateText(send, { online: true, late: false, full: false, behind: false }).label
}
