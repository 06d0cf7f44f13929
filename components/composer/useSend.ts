import { type RefObject, useRef, useState } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import type { Conversation } from '../../lib/domain/conversation.ts'
import type { SendIntent } from '../../lib/domain/intent.ts'
import { type Blank, blanksIn } from '../../lib/domain/snippetText.ts'
import { rememberGoAhead } from '../../lib/store/intents/goAheads.ts'
import type { ReplyWish } from '../../lib/store/intents/replies.ts'
import { useComingDatabase, usePlatform } from '../platform/PlatformContext.tsx'
import type { DraftKeeper } from './DraftKeeper.ts'
import { type Question, useGuard } from './useGuard.ts'

/** What keeps a message from going out, until the user has dealt with it. */
export type Obstacle = { wish: ReplyWish } & (
  | { kind: 'blank'; blank: Blank }
  | { kind: 'question'; question: Question }
)

interface Sending {
  conversation: Pick<Conversation, 'id' | 'accountId' | 'participants'>
  account: Account | undefined
  keeper: DraftKeeper
  box: RefObject<HTMLTextAreaElement | null>
  onSend: (wish: ReplyWish) => void
  onKept: ((send: SendIntent) => void) | undefined
}

/** It is being looked up whether there is something to ask. */
interface Look {
  /** The last Enter since. */
  again: { text: string; wish: ReplyWish } | null
}

/** Sends what is in the box: at once, unless a blank is left in it or there is something to ask first. */
export function useSend({ conversation, account, keeper, box, onSend, onKept }: Sending) {
  const coming = useComingDatabase()
  const { command, forgetFirstScreen } = usePlatform()
  const guard = useGuard(conversation, account)
  const [obstacle, setObstacle] = useState<Obstacle | null>(null)
  const asking = useRef<Look | null>(null)

  async function sendNow(wish: ReplyWish): Promise<void> {
    setObstacle(null)
    onSend(wish)
    // Answering is reading.
    forgetFirstScreen()
    const kept = await keeper.send(wish)
    if (!kept) return
    // What is sent leaves the box and stands in the thread in one frame.
    keeper.showEmptied()
    onKept?.(kept)
    void command('drain', {})
  }

  async function unlessAsked(wish: ReplyWish): Promise<void> {
    const { text } = keeper.getState()
    const asked = guard(text)
    if (asked === null) return sendNow(wish)
    if (asking.current) {
      asking.current.again = { text, wish }
      return
    }
    const look: Look = { again: null }
    asking.current = look
    const question = await asked
      .catch(() => null)
      .finally(() => {
        asking.current = null
      })
    const { text: now } = keeper.getState()
    if (now !== text) {
      // Typed on meanwhile: the next Enter means the text as it is now, and may have come already.
      if (look.again?.text === now) await unlessAsked(look.again.wish)
      return
    }
    if (question) setObstacle({ kind: 'question', question, wish })
    else await sendNow(wish)
  }

  return {
    obstacle,
    /** The text changed, or the user thought better of it. */
    forget: () => setObstacle(null),
    async send(wish: ReplyWish = {}): Promise<void> {
      const { text } = keeper.getState()
      if (text.trim() === '') return
      // Now, and not once all is looked up: by then the user may have gone on elsewhere.
      box.current?.focus()
      const [blank] = blanksIn(text)
      if (!blank) return unlessAsked(wish)
      setObstacle({ kind: 'blank', blank, wish })
      box.current?.setSelectionRange(blank.from, blank.to)
    },
    async sendAnyway(): Promise<void> {
      box.current?.focus()
      if (obstacle?.kind === 'blank') return unlessAsked(obstacle.wish)
      if (obstacle?.kind !== 'question') return
      const { key } = obstacle.question
      await coming.then((db) => rememberGoAhead(db, conversation, key)).catch(() => undefined)
      await sendNow(obstacle.wish)
    },
  }
}
