import { useState } from 'react'
import { failureText } from '../../lib/domain/failure.ts'
import { text } from '../../lib/domain/texts.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './SampleMark.module.css'

/** Says on every page that what it shows is the sample, with the way out of it. */
export function SampleMark() {
  const { command } = usePlatform()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  async function leave() {
    setBusy(true)
    const outcome = await command('leaveSample', {})
    setBusy(false)
    setFailure(outcome.ok ? null : failureText(outcome.failure))
  }

  return (
    <section className={styles.mark} aria-label={text('sample_mark')}>
      <p className={styles.words}>
        <strong>{text('sample_mark')}</strong> {text('sample_mark_hint')}
      </p>
      <Button size="small" aria-busy={busy} disabled={busy} onClick={() => void leave()}>
        {text('sample_leave')}
      </Button>
      {failure && <Banner>{failure}</Banner>}
    </section>
  )
}
