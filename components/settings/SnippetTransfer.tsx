import { useRef, useState } from 'react'
import type { Snippet } from '../../lib/domain/snippet.ts'
import { readSnippetFile, SnippetFileError, writeSnippetFile } from '../../lib/domain/snippetFile.ts'
import { numberText, text } from '../../lib/domain/texts.ts'
import { addSnippets } from '../../lib/store/intents/userMade.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { cx } from '../ui/cx.ts'
import { Row } from './Section.tsx'

/** Takes snippets along as a file, and adds those of one. A broken file changes nothing. */
export function SnippetTransfer({ snippets }: { snippets: readonly Snippet[] }) {
  const platform = usePlatform()
  const write = useIntent()
  const input = useRef<HTMLInputElement>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [done, setDone] = useState('')

  async function take(file: File): Promise<void> {
    setFailure(null)
    setDone('')
    try {
      const found = readSnippetFile(await file.text())
      const kept = await write(async (db, now) => {
        const added = await addSnippets(db, found, now)
        setDone(addedText(added, found.length - added))
      })
      if (!kept) setDone('')
    } catch (error) {
      setFailure(error instanceof SnippetFileError ? error.message : text('settings_snippets_unreadable'))
    }
  }

  return (
    <>
      <Row label={text('settings_snippets_take')} hint={text('settings_snippets_take_hint')}>
        <Button
          disabled={snippets.length === 0}
          onClick={() =>
            platform.saveFile('parley-snippets.json', 'application/json', writeSnippetFile(snippets))
          }
        >
          {text('settings_snippets_download')}
        </Button>
        <Button onClick={() => input.current?.click()}>{text('settings_snippets_import')}</Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          aria-label={text('settings_snippets_file')}
          hidden
          onChange={(event) => {
            const [file] = event.target.files ?? []
            // The same file can be chosen again once it was mended.
            if (file)
              void take(file).finally(() => input.current && Object.assign(input.current, { value: '' }))
          }}
        />
      </Row>
      {failure && <Banner>{text('settings_snippets_unchanged', { problem: failure })}</Banner>}
      <p role="status" className={cx(done === '' && 'visually-hidden')}>
        {done}
      </p>
    </>
  )
}

function addedText(added: number, known: number): string {
  if (known === 0) return text('settings_snippets_added', { count: numberText(added) })
  return text('settings_snippets_addedSome', { count: numberText(added), known: numberText(known) })
}
