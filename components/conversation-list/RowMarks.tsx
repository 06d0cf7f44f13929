import BellOff from 'lucide-react/icons/bell-off'
import Clock from 'lucide-react/icons/clock-3'
import Timer from 'lucide-react/icons/timer'
import { useContext } from 'react'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { dueText } from '../triage/dueText.ts'
import { LabelChip } from '../ui/LabelChip.tsx'
import { LabelsContext } from './LabelsContext.ts'
import styles from './RowMarks.module.css'

interface RowMarksProps {
  conversation: Pick<Conversation, 'labels' | 'muted' | 'snoozedUntil' | 'remindAt'>
}

/** What the user made of a conversation, at the end of its second line. */
export function RowMarks({ conversation }: RowMarksProps) {
  const { labels, muted, snoozedUntil, remindAt } = conversation
  const known = useContext(LabelsContext)
  const [first, ...others] = labels.flatMap((id) => known.get(id) ?? [])
  return (
    <span className={styles.marks}>
      {first && <LabelChip name={first.name} hue={first.hue} />}
      {others.length > 0 && (
        <span className={styles.mark} title={others.map(({ name }) => name).join(', ')}>
          +{others.length}
          <span className="visually-hidden">: {others.map(({ name }) => name).join(', ')}</span>
        </span>
      )}
      {muted && (
        <span className={styles.mark} title="Muted">
          <BellOff size={14} strokeWidth={1.75} aria-hidden />
          <span className="visually-hidden">muted</span>
        </span>
      )}
      {snoozedUntil !== null && (
        <span className={styles.mark}>
          <Clock size={14} strokeWidth={1.75} aria-hidden />
          <span className="visually-hidden">snoozed until</span> {dueText(snoozedUntil)}
        </span>
      )}
      {remindAt !== null && (
        <span className={styles.mark} title={`Comes back ${dueText(remindAt)} if nobody answers`}>
          <Timer size={14} strokeWidth={1.75} aria-hidden />
          <span className="visually-hidden">reminder {dueText(remindAt)}</span>
        </span>
      )}
    </span>
  )
}
