import CircleAlert from 'lucide-react/icons/circle-alert'
import ExternalLink from 'lucide-react/icons/external-link'
import Eye from 'lucide-react/icons/eye'
import EyeOff from 'lucide-react/icons/eye-off'
import type { Account } from '../../lib/domain/account.ts'
import { channelName } from '../../lib/domain/channel.ts'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { needsUser } from '../../lib/domain/health.ts'
import { linkedInAddress } from '../../lib/domain/linkedInAddress.ts'
import type { SeenPolicy } from '../../lib/domain/settings.ts'
import { text } from '../../lib/domain/texts.ts'
import { AccountDot } from '../composer/AccountDot.tsx'
import { healthText, isUnwell } from '../health/healthText.ts'
import { useNow } from '../hooks/useNow.ts'
import { cx } from '../ui/cx.ts'
import styles from './ThreadFacts.module.css'

interface ThreadFactsProps {
  account: Account | undefined
  conversation: Conversation
  seenPolicy: SeenPolicy
}

/** The small print of a thread: whose inbox it is, and what reading it tells the other side. */
export function ThreadFacts({ account, conversation, seenPolicy }: ThreadFactsProps) {
  const now = useNow()
  const Icon = seenPolicy === 'onReading' ? Eye : EyeOff
  return (
    <p className={styles.facts}>
      {account && (
        <span className={styles.fact}>
          <AccountDot position={account.position} />
          <bdi>{account.name}</bdi>
        </span>
      )}
      <span className={styles.fact}>{channelName(conversation.channel)}</span>
      {account && isUnwell(account, now) && (
        <span className={cx(styles.fact, needsUser(account.health) && styles.stuck)}>
          <CircleAlert size={12} strokeWidth={2} aria-hidden />
          {healthText(account, 0, now)}
        </span>
      )}
      <span className={styles.fact}>
        <Icon size={12} strokeWidth={2} aria-hidden />
        {text(`thread_seen_${seenPolicy}`)}
      </span>
      <a
        className={styles.fact}
        href={linkedInAddress(conversation)}
        target="_blank"
        rel="noopener noreferrer"
      >
        {text('thread_openOnLinkedIn')}
        <ExternalLink size={12} strokeWidth={2} aria-hidden />
      </a>
    </p>
  )
}
