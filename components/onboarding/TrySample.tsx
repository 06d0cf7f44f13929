import { useId } from 'react'
import { SAMPLE_KEY } from '../../lib/domain/sample.ts'
import { text } from '../../lib/domain/texts.ts'
import { useFeature } from '../hooks/useFeature.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './TrySample.module.css'
import { useConnect } from './useConnect.ts'

/** The way in for whoever has no key, or wants to look first: a sample inbox. */
export function TrySample() {
  const hint = useId()
  const { busy, failure, connect } = useConnect(() => undefined)
  if (!useFeature('sample')) return null
  return (
    <div className={styles.sample}>
      <Button
        variant="ghost"
        size="small"
        className={styles.button}
        aria-describedby={hint}
        aria-busy={busy}
        disabled={busy}
        onClick={() => void connect(SAMPLE_KEY)}
      >
        {text('sample_try')}
      </Button>
      <p id={hint}>{text('sample_try_hint')}</p>
      {failure && <Banner>{failure}</Banner>}
    </div>
  )
}
