import BellOff from 'lucide-react/icons/bell-off'
import Clock from 'lucide-react/icons/clock-3'
import Timer from 'lucide-react/icons/timer'
import { useContext } from 'react'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { listText, numberText, text } from '../../lib/domain/texts.ts'
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
        <span className={styles.mark} title={namesOf(others)}>
          +{numberText(others.length)}
          <span className="visually-hidden">: {namesOf(others)}</span>
        </span>
      )}
      {muted && (
        <span className={styles.mark} title={text('list_muted')}>
          <BellOff size={14} strokeWidth={1.75} aria-hidden />
          <span className="visually-hidden">{text('list_mutedSpoken')}</span>
        </span>
      )}
      {snoozedUntil !== null && (
        <span className={styles.mark}>
          <Clock size={14} strokeWidth={1.75} aria-hidden />
          <span className="visually-hidden">
            {text('list_snoozedUntil', { time: dueText(snoozedUntil) })}
          </span>
          <span aria-hidden>{dueText(snoozedUntil)}</span>
        </span>
      )}
      {remindAt !== null && (
        <span className={styles.mark} title={text('triage_reminding', { time: dueText(remindAt) })}>
          <Timer size={14} strokeWidth={1.75} aria-hidden />
          <span className="visually-hidden">{text('list_reminder', { time: dueText(remindAt) })}</span>
        </span>
      )}
    </span>
  )
}

function namesOf(labels: readonly { name: string }[]): string {
  return listText(labels.map(({ name }) => name))
}
