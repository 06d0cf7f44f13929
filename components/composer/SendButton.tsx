import ArrowUp from 'lucide-react/icons/arrow-up'
import { useId } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import { type Channel, channelName } from '../../lib/domain/channel.ts'
import { text } from '../../lib/domain/texts.ts'
import { RichText } from '../ui/RichText.tsx'
import { AccountDot } from './AccountDot.tsx'
import styles from './SendButton.module.css'

interface SendButtonProps {
  account: Account | undefined
  channel: Channel
  disabled: boolean
  onClick: () => void
}

/** Sends, and says as whom and through what: nobody should find out afterwards which account it was. */
export function SendButton({ account, channel, disabled, onClick }: SendButtonProps) {
  const asId = useId()
  return (
    <>
      <span id={asId} className={styles.as}>
        {account && (
          <>
            <AccountDot position={account.position} />
            <span className={styles.who}>
              <RichText id="composer_as" values={{ account: <bdi>{account.name}</bdi> }} />
              {', '}
            </span>
          </>
        )}
        <span className={styles.channel}>{channelName(channel)}</span>
      </span>
      <button
        type="button"
        className={styles.send}
        aria-describedby={asId}
        title={text('composer_send_hint')}
        disabled={disabled}
        onClick={onClick}
      >
        {text('composer_send')}
        <ArrowUp size={16} strokeWidth={2} aria-hidden />
      </button>
    </>
  )
}
