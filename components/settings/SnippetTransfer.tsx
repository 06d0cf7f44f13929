import { useRef, useState } from 'react'
import type { Snippet } from '../../lib/domain/snippet.ts'
import { readSnippetFile, SnippetFileError, writeSnippetFile } from '../../lib/domain/snippetFile.ts'
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
        const known = found.length - added
        setDone(`${added} added${known > 0 ? `, ${known} were there already` : ''}.`)
      })
      if (!kept) setDone('')
    } catch (error) {
      setFailure(error instanceof SnippetFileError ? error.message : 'This file could not be read.')
    }
  }

  return (
    <>
      <Row
        label="Take them along"
        hint="All snippets as a JSON file, or those of such a file added to yours."
      >
        <Button
          disabled={snippets.length === 0}
          onClick={() =>
            platform.saveFile('parley-snippets.json', 'application/json', writeSnippetFile(snippets))
          }
        >
          Download snippets
        </Button>
        <Button onClick={() => input.current?.click()}>Import snippets</Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          aria-label="File of snippets"
          hidden
          onChange={(event) => {
            const [file] = event.target.files ?? []
            // The same file can be chosen again once it was mended.
            if (file)
              void take(file).finally(() => input.current && Object.assign(input.current, { value: '' }))
          }}
        />
      </Row>
      {failure && <Banner>{failure} Nothing was changed.</Banner>}
      <p role="status" className={cx(done === '' && 'visually-hidden')}>
        {done}
      </p>
    </>
  )
}
