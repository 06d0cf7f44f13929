import ArrowUp from 'lucide-react/icons/arrow-up'
import { useId } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import { type Channel, channelName } from '../../lib/domain/channel.ts'
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
              as <bdi>{account.name}</bdi>,{' '}
            </span>
          </>
        )}
        <span className={styles.channel}>{channelName(channel)}</span>
      </span>
      <button
        type="button"
        className={styles.send}
        aria-describedby={asId}
        title="Send (Enter)"
        disabled={disabled}
        onClick={onClick}
      >
        Send
        <ArrowUp size={16} strokeWidth={2} aria-hidden />
      </button>
    </>
  )
}
