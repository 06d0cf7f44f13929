import { useEffect, useMemo, useRef } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import type { Conversation } from '../../lib/domain/conversation.ts'
import type { Snippet } from '../../lib/domain/snippet.ts'
import { usesSnippet } from '../../lib/domain/usesSnippet.ts'
import { goAheadsOf } from '../../lib/store/intents/goAheads.ts'
import { allSnippets } from '../../lib/store/queries/snippets.ts'
import { lastUseOfSnippet, profileIdsOf, type Talk, talksElsewhere } from '../../lib/store/queries/talks.ts'
import { afterPaint } from '../hooks/afterPaint.ts'
import { useStored } from '../hooks/useStored.ts'
import { useComingDatabase } from '../platform/PlatformContext.tsx'

const DAYS_30_MS = 30 * 24 * 3_600_000
const NO_SNIPPETS: Snippet[] = []

/** Something the user may not know of and should, before a message goes out. */
export type Question = { key: string } & (
  | { about: 'elsewhere'; accountName: string; at: number }
  | { about: 'again'; snippetName: string; at: number }
)

type Addressed = Pick<Conversation, 'id' | 'accountId' | 'participants'>

/**
 * What is to be asked before a text goes out: whether somebody already talks with another account of the user, or
 * already got this snippet. Gives null at once in the usual case that nothing needs looking up.
 */
export function useGuard(conversation: Addressed, account: Account | undefined) {
  const coming = useComingDatabase()
  const snippets = useStored(allSnippets, [], NO_SNIPPETS)
  const { id, accountId, participants } = conversation
  const people = useMemo(() => profileIdsOf(participants, account).join('\n'), [participants, account])
  const talks = useRef<Promise<readonly Talk[]> | readonly Talk[]>([])

  // By the people, not by the rows they stand in: those are new ones with each reply.
  useEffect(() => {
    let left = false
    const ids = people === '' ? [] : people.split('\n')
    // Not before the conversation was painted; whoever sends before this is read waits for it.
    const read = Promise.all([coming, afterPaint()])
      .then(([db]) => (left ? [] : talksElsewhere(db, accountId, ids, Date.now() - DAYS_30_MS)))
      .catch((): readonly Talk[] => [])
    talks.current = read
    void read.then((found) => {
      if (!left) talks.current = found
    })
    return () => {
      left = true
    }
  }, [coming, accountId, people])

  return (text: string): Promise<Question | null> | null => {
    const used = (snippets ?? NO_SNIPPETS).filter((snippet) => usesSnippet(text, snippet.text))
    const known = talks.current
    if (used.length === 0 && Array.isArray(known) && known.length === 0) return null
    return ask()

    async function ask(): Promise<Question | null> {
      const db = await coming
      const [elsewhere, goAheads] = await Promise.all([known, goAheadsOf(db, id)])
      const isNew = (question: Question) => !goAheads.includes(question.key)
      for (const { account: other, conversation: talk } of elsewhere) {
        const { lastActivityAt: at } = talk
        const question: Question = {
          key: `elsewhere:${other.id}`,
          about: 'elsewhere',
          accountName: other.name,
          at,
        }
        if (isNew(question)) return question
      }
      const ids = [id, ...elsewhere.map(({ conversation: talk }) => talk.id)]
      for (const snippet of used) {
        const at = await lastUseOfSnippet(db, ids, snippet.text)
        const key = `snippet:${snippet.id}`
        const question = at && ({ key, about: 'again', snippetName: snippet.name, at } as const)
        if (question && isNew(question)) return question
      }
      return null
    }
  }
}
