import type { Blank } from '../../lib/domain/snippetText.ts'
import { text } from '../../lib/domain/texts.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { RichText } from '../ui/RichText.tsx'
import styles from './Ask.module.css'

interface BlankNoteProps {
  blank: Blank
  /** Offered for words in braces that are no variable of ours: they may be meant. */
  onSendAsItIs: () => void
}

/** Says which blank keeps a message from going out. */
export function BlankNote({ blank, onSendAsItIs }: BlankNoteProps) {
  return (
    <div className={styles.ask}>
      <Banner
        tone="warning"
        action={
          blank.variable === null && (
            <Button size="small" onClick={onSendAsItIs}>
              {text('blank_sendAsItIs')}
            </Button>
          )
        }
      >
        <RichText id="blank_notSent" values={{ blank: <strong>{blank.text}</strong> }} />
      </Banner>
    </div>
  )
}
