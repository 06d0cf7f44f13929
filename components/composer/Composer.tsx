import {
  lazy,
  memo,
  type Ref,
  Suspense,
  useCallback,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react'
import type { Account } from '../../lib/domain/account.ts'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { failureText } from '../../lib/domain/failure.ts'
import type { SendIntent } from '../../lib/domain/intent.ts'
import { text } from '../../lib/domain/texts.ts'
import { enqueueReply, type ReplyWish } from '../../lib/store/intents/replies.ts'
import { useAction } from '../actions/useAction.ts'
import { AttachButton } from '../attachments/AttachButton.tsx'
import { FilesInBox } from '../attachments/FilesInBox.tsx'
import { useFiles } from '../attachments/useFiles.ts'
import { Banner } from '../ui/Banner.tsx'
import { Ask } from './Ask.tsx'
import { BlankNote } from './BlankNote.tsx'
import styles from './Composer.module.css'
import { closeEmojiCode } from './closeEmojiCode.ts'
import type { Enqueue } from './DraftKeeper.ts'
import { insertText } from './insertText.ts'
import { LengthNote } from './LengthNote.tsx'
import { SendButton } from './SendButton.tsx'
import { SendLater } from './SendLater.tsx'
import { SnippetMenu } from './SnippetMenu.tsx'
import { type Addressee, snippetValues } from './snippetValues.ts'
import { useAutosize } from './useAutosize.ts'
import { useDraft } from './useDraft.ts'
import { useEmptiedFirst } from './useEmptiedFirst.ts'
import { useReplyKeys } from './useReplyKeys.ts'
import { useSend } from './useSend.ts'
import { useSuggest } from './useSuggest.ts'

const Suggestions = lazy(async () => ({ default: (await import('./Suggestions.tsx')).Suggestions }))

export interface ComposerHandle {
  /** Puts what is typed on disk. */
  flush: () => Promise<void>
  focus: () => void
}

interface ComposerProps {
  conversation: Pick<Conversation, 'id' | 'accountId' | 'title' | 'channel' | 'participants'>
  account: Account | undefined
  /** The only other person, for the blanks of snippets. */
  addressee: Addressee | null
  /** A reply was sent off; its bubble is on its way into the thread. */
  onSend: (wish: ReplyWish) => void
  /** It is on the disk. */
  onKept?: (send: SendIntent) => void
  /** How it gets into the outbox where it is not a reply, as there is no conversation yet. */
  cold?: Enqueue
  ref?: Ref<ComposerHandle>
}

/** The reply box. Sending needs no connection: the reply waits in the outbox. */
export const Composer = memo(function Composer(props: ComposerProps) {
  const { conversation, account, addressee, onSend, onKept, cold, ref } = props
  const { draft, keeper } = useDraft(conversation.id, cold ?? enqueueReply)
  const box = useRef<HTMLTextAreaElement>(null)
  const files = useFiles(conversation)
  const lengthId = useId()
  useAutosize(box, draft.text)
  useEmptiedFirst(box, keeper)
  useImperativeHandle(ref, () => ({ flush: () => keeper.flush(), focus: () => box.current?.focus() }), [
    keeper,
  ])

  // A text that came from elsewhere is gone on with at its end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each text that came in
  useLayoutEffect(() => {
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length)
  }, [draft.arrivals])

  const suggest = useSuggest(box)
  const writing = draft.text.trim() !== ''
  const { obstacle, forget, send, sendAnyway } = useSend({
    conversation,
    account,
    keeper,
    box,
    onSend,
    onKept,
  })
  const keys = useReplyKeys(
    () => void send(),
    (underway) => keeper.composing(underway),
  )
  const values = snippetValues(addressee, account)
  const { token, close } = suggest
  const choose = useCallback(
    (text: string) => {
      if (box.current && token) insertText(box.current, text, token.from)
      close()
    },
    [token, close],
  )
  // Where there is no conversation yet there is none to be done with, and the hands mean to send all the same.
  useAction('sendAndDone', writing ? () => void send(cold ? {} : { done: true }) : null)
  const failure = draft.sendFailed ?? draft.saveFailed

  return (
    <div className={styles.composer} data-composer="">
      {failure && (
        <Banner className={styles.failed}>
          {text(draft.sendFailed === null ? 'composer_stillHereNotKept' : 'composer_stillHere', {
            failure: failureText({ kind: failure, detail: null, retryAt: null }),
          })}
        </Banner>
      )}
      {obstacle?.kind === 'blank' && (
        <BlankNote blank={obstacle.blank} onSendAsItIs={() => void sendAnyway()} />
      )}
      {obstacle?.kind === 'question' && (
        <Ask
          question={obstacle.question}
          name={conversation.title}
          onSend={() => void sendAnyway()}
          onCancel={() => {
            forget()
            box.current?.focus()
          }}
        />
      )}
      <div className={styles.box}>
        {token && (
          <Suspense>
            <Suggestions
              token={token}
              values={values}
              onChoose={choose}
              onClose={close}
              onActive={suggest.setActive}
              ref={suggest.list}
            />
          </Suspense>
        )}
        <textarea
          ref={box}
          className={styles.text}
          aria-label={text(cold ? 'composer_messageTo' : 'composer_replyTo', { name: conversation.title })}
          aria-describedby={lengthId}
          placeholder={text(cold ? 'composer_writeMessage' : 'composer_writeReply')}
          dir="auto"
          rows={1}
          value={draft.text}
          onChange={(event) => {
            keeper.type(event.target.value)
            forget()
            suggest.follow()
            closeEmojiCode(event)
          }}
          onSelect={suggest.follow}
          onBlur={() => {
            close()
            void keeper.flush()
          }}
          {...suggest.describes}
          {...keys}
          onKeyDown={(event) => {
            keeper.showEmptied()
            if (!suggest.onKey(event)) keys.onKeyDown(event)
          }}
        />
        <LengthNote id={lengthId} length={draft.text.length} />
        <FilesInBox box={files} withoutText={!writing} />
        <div className={styles.actions}>
          <AttachButton {...files} />
          <SnippetMenu values={values} onChoose={(text) => box.current && insertText(box.current, text)} />
          <SendLater disabled={!writing} onChoose={(dueAt) => void send({ dueAt })} />
          <SendButton
            account={account}
            channel={conversation.channel}
            disabled={!writing}
            onClick={() => void send()}
          />
        </div>
      </div>
    </div>
  )
})
