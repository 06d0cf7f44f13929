import { useRef, useState } from 'react'
import type { Conversation } from '../../lib/domain/conversation.ts'
import type { OutgoingFile } from '../../lib/domain/file.ts'
import { text } from '../../lib/domain/texts.ts'
import { filesInBox, removeFile } from '../../lib/store/intents/files.ts'
import { useFeature } from '../hooks/useFeature.ts'
import { useStored } from '../hooks/useStored.ts'
import { useComingDatabase } from '../platform/PlatformContext.tsx'

const NO_FILES: OutgoingFile[] = []

/** The files in the reply box, and what can be done with them. */
export interface BoxFiles {
  files: readonly OutgoingFile[]
  /** What could not be taken, and why. */
  problems: readonly string[]
  add: (chosen: readonly File[]) => void
  remove: (id: string) => void
  /** False where the conversation takes none, or the organization allows none; asking for it anyway says why. */
  allowed: boolean
}

/** The files in the reply box of a conversation. They are kept like a draft, so that no closed page loses them. */
export function useFiles({ id, channel }: Pick<Conversation, 'id' | 'channel'>): BoxFiles {
  const coming = useComingDatabase()
  const files = useStored((store) => filesInBox(store, id), [id], NO_FILES) ?? NO_FILES
  const [problems, setProblems] = useState<readonly string[]>([])
  const permitted = useFeature('attachments')
  const reason = permitted ? (channel === 'inbox' ? null : text('file_noSalesNav')) : text('failure_managed')

  // What is chosen while the last is still being stored comes after it.
  const line = useRef(Promise.resolve())

  async function add(chosen: readonly File[]) {
    setProblems([])
    if (reason !== null) return setProblems([reason])
    const [db, { takeFile }] = await Promise.all([coming, import('./takeFile.ts')])
    for (const file of chosen) {
      const problem = await takeFile(db, id, file)
      if (problem) setProblems((before) => (before.includes(problem) ? before : [...before, problem]))
    }
  }

  return {
    files,
    // Files can come here with a first message, whose conversation turned out to be such a one.
    problems: reason !== null && files.length > 0 ? [reason] : problems,
    add(chosen) {
      line.current = line.current.then(() => add(chosen)).catch(() => undefined)
    },
    remove: (file) => {
      setProblems([])
      void coming.then((db) => db.withRoom(() => removeFile(db, file))).catch(() => undefined)
    },
    allowed: reason === null,
  }
}
