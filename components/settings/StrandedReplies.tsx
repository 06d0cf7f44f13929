import { text } from '../../lib/domain/texts.ts'
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
      <h3 className={styles.heading}>{text('settings_stranded')}</h3>
      <Note>{text('settings_stranded_note')}</Note>
      <Group>
        {replies.map(({ id, text: body, createdAt, state }) => (
          <div key={id} className={styles.reply}>
            <p className={styles.text} dir="auto">
              {body}
            </p>
            <div className={styles.foot}>
              <span className={styles.time}>
                {absoluteText(createdAt)}
                {state === 'unconfirmed' && ` · ${text('settings_stranded_unconfirmed')}`}
              </span>
              <ConfirmButton
                label={text('settings_stranded_discard')}
                question={text('settings_stranded_discard_question')}
                confirm={text('settings_stranded_discard_confirm')}
                onConfirm={() => void write((db) => discardReply(db, id))}
              />
            </div>
          </div>
        ))}
      </Group>
    </>
  )
}
