import { type Ref, useId, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { failureText } from '../../lib/domain/failure.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Banner } from '../ui/Banner.tsx'
import styles from './Composer.module.css'
import { insertAtCaret } from './insertAtCaret.ts'
import { LengthNote } from './LengthNote.tsx'
import { SendButton } from './SendButton.tsx'
import { SnippetMenu } from './SnippetMenu.tsx'
import { useAutosize } from './useAutosize.ts'
import { useDraft } from './useDraft.ts'
import { useReplyKeys } from './useReplyKeys.ts'

export interface ComposerHandle {
  /** Puts what is typed on disk. */
  flush: () => Promise<void>
  focus: () => void
}

interface ComposerProps {
  conversation: Conversation
  account: Account | undefined
  /** A reply was sent off; its bubble is on its way into the thread. */
  onSend: () => void
  ref?: Ref<ComposerHandle>
}

/** The reply box. Sending needs no connection: the reply waits in the outbox. */
export function Composer({ conversation, account, onSend, ref }: ComposerProps) {
  const { command, forgetFirstScreen } = usePlatform()
  const { draft, keeper } = useDraft(conversation.id)
  const box = useRef<HTMLTextAreaElement>(null)
  const lengthId = useId()
  useAutosize(box, draft.text)
  useImperativeHandle(ref, () => ({ flush: () => keeper.flush(), focus: () => box.current?.focus() }), [
    keeper,
  ])

  // A text that came from elsewhere is gone on with at its end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each text that came in
  useLayoutEffect(() => {
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length)
  }, [draft.arrivals])

  const send = async () => {
    onSend()
    box.current?.focus()
    // Answering is reading.
    forgetFirstScreen()
    if (await keeper.send()) void command('drain', {})
  }
  const keys = useReplyKeys(
    () => void send(),
    (underway) => keeper.composing(underway),
  )

  const failure = draft.sendFailed ?? draft.saveFailed

  return (
    <div className={styles.composer}>
      {failure && (
        <Banner className={styles.failed}>
          {failureText({ kind: failure, detail: null, retryAt: null })} Your reply is still here
          {draft.sendFailed === null && ', but not kept'}.
        </Banner>
      )}
      <div className={styles.box}>
        <textarea
          ref={box}
          className={styles.text}
          aria-label={`Reply to ${conversation.title}`}
          aria-describedby={lengthId}
          placeholder="Write a reply"
          dir="auto"
          rows={1}
          value={draft.text}
          onChange={(event) => keeper.type(event.target.value)}
          onBlur={() => void keeper.flush()}
          {...keys}
        />
        <LengthNote id={lengthId} length={draft.text.length} />
        <div className={styles.actions}>
          <SnippetMenu onChoose={(text) => box.current && insertAtCaret(box.current, text)} />
          <SendButton
            account={account}
            channel={conversation.channel}
            disabled={draft.text.trim() === ''}
            onClick={() => void send()}
          />
        </div>
      </div>
    </div>
  )
}
