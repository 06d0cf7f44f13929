import { discardReply } from '../../lib/store/intents/replies.ts'
import { strandedReplies } from '../../lib/store/queries/strandedReplies.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useStored } from '../hooks/useStored.ts'
import { absoluteText } from '../ui/timeText.ts'
import { ConfirmButton } from './ConfirmButton.tsx'
import { Group, Note } from './Section.tsx'
import styles from './StrandedReplies.module.css'

/** Replies that no thread shows, as their account is off or not reached; nothing where there are none. */
export function StrandedReplies() {
  const replies = useStored(strandedReplies)
  const write = useIntent()
  if (!replies || replies.length === 0) return null
  return (
    <>
      <h3 className={styles.heading}>Replies that were not sent</h3>
      <Note>
        Their account is switched off, or your key does not reach it. Bring it back, and they wait in their
        conversation to be sent again.
      </Note>
      <Group>
        {replies.map(({ id, text, createdAt, state }) => (
          <div key={id} className={styles.reply}>
            <p className={styles.text} dir="auto">
              {text}
            </p>
            <div className={styles.foot}>
              <span className={styles.time}>
                {absoluteText(createdAt)}
                {state === 'unconfirmed' && ' · may have arrived'}
              </span>
              <ConfirmButton
                label="Discard"
                question="This reply will be gone for good."
                confirm="Discard it"
                onConfirm={() => void write((db) => discardReply(db, id))}
              />
            </div>
          </div>
        ))}
      </Group>
    </>
  )
}
