import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { seenPolicyOf } from '../../lib/domain/settings.ts'
import type { TimelineItem } from '../../lib/domain/timeline.ts'
import { timelineOf } from '../../lib/domain/timeline.ts'
import { editReply, type ReplyWish } from '../../lib/store/intents/replies.ts'
import type { NewestScreen } from '../../lib/store/queries/newestScreen.ts'
import { spansOf } from '../../lib/store/queries/thread.ts'
import { KeysToCome } from '../actions/KeysToCome.tsx'
import { useAction } from '../actions/useAction.ts'
import { Composer, type ComposerHandle } from '../composer/Composer.tsx'
import { useSaySentAndDone } from '../composer/useSaySentAndDone.ts'
import { reportProblem } from '../health/problem.ts'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useAfterPaint } from '../hooks/useAfterPaint.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useLateEffect } from '../hooks/useLateEffect.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { useStored } from '../hooks/useStored.ts'
import { nobodyHasFocus } from '../ui/nobodyHasFocus.ts'
import { LiveNews } from './LiveNews.tsx'
import { MessageLog, type MessageLogHandle } from './MessageLog.tsx'
import { MessageRow } from './MessageRow.tsx'
import { otherPeople } from './otherPeople.ts'
import { onReplyWish } from './replyWish.ts'
import styles from './Thread.module.css'
import { ThreadHeader } from './ThreadHeader.tsx'
import { ThreadPlaceholder } from './ThreadPlaceholder.tsx'
import { type OlderStatus, useOlderMessages } from './useOlderMessages.ts'
import { type Opening, useOpening } from './useOpening.ts'
import { usePresence } from './usePresence.ts'
import { useReading } from './useReading.ts'
import { useSends } from './useSends.ts'
import type { OpenFeed } from './useThreadFeed.ts'

const ThreadKeys = lazy(async () => ({ default: (await import('./ThreadKeys.tsx')).ThreadKeys }))

interface ThreadViewProps {
  conversation: Conversation
  feed: OpenFeed
  first: NewestScreen
  at: string | null
  onNewest: (() => void) | undefined
  onAway: ((conversationId: string) => void) | undefined
  onBack: (() => void) | undefined
}

/** A conversation that is known: header, history, reply box. */
export function ThreadView(props: ThreadViewProps) {
  const { conversation, feed, first, at, onNewest, onAway, onBack } = props
  const { id, title, accountId } = conversation
  const [sends, onKept] = useSends(id, first.sends)
  const spans = useStored((db) => spansOf(db, id), [id], first.spans)
  const account = useAccounts()?.all.find((row) => row.id === accountId)
  const settings = useSettings()
  const { opening, reopen } = useOpening(id)
  const older = useOlderMessages(id, feed.more, spans)
  const intend = useIntent()
  const saySentAndDone = useSaySentAndDone()
  const log = useRef<MessageLogHandle>(null)
  const composer = useRef<ComposerHandle>(null)
  const [atEnd, setAtEnd] = useState(true)
  const section = useRef<HTMLElement>(null)
  const painted = useAfterPaint()
  usePresence(id)
  useAction('reply', () => composer.current?.focus())
  // The row that was chosen is gone where this covers the list, and so is the reply box after send and done: hands and
  // screen readers go on at the name.
  useLateEffect(() => {
    if (nobodyHasFocus())
      section.current?.querySelector<HTMLElement>('h1, h2')?.focus({ preventScroll: true })
    return () => undefined
  }, [])
  useEffect(() => onReplyWish(id, () => composer.current?.focus()), [id])
  useEffect(() => {
    if (feed.failed) reportProblem('storage')
  }, [feed.failed])

  const ready = feed.ready && spans !== undefined
  const { rows, before, after, more, extend, extendDown } = feed
  const items = useMemo(
    () => (spans ? timelineOf({ messages: rows, sends, spans, before, after }) : []),
    [rows, before, after, sends, spans],
  )

  // What the list knows of and the cache does not have yet has not been read, unless it was asked for and never came.
  const isLevel = (rows.at(-1)?.sentAt ?? 0) >= conversation.latestInboundAt || opening === 'done'
  const holdUnread = useReading({
    conversation,
    triage: first.triage,
    newestInView: ready && atEnd && !after && isLevel,
  })

  // Of a thread that was never read there is only what was written here; whatever lies above comes with its opening.
  const neverRead = spans?.length === 0 && rows.length === 0

  const onNearTop = useCallback(
    (distance: number, viewport: number) => {
      if (more) {
        if (distance < Math.max(2000, 3 * viewport)) extend()
      } else if (distance < Math.max(1000, 1.5 * viewport)) older.load()
    },
    [more, extend, older.load],
  )

  const onSend = useCallback(
    ({ done }: ReplyWish) => {
      log.current?.goToEnd()
      if (!done) return
      saySentAndDone(id)
      onAway?.(id)
    },
    [id, saySentAndDone, onAway],
  )

  const onEdit = useCallback(
    async (intentId: string) => {
      await composer.current?.flush()
      if (await intend((db, now) => editReply(db, intentId, now))) composer.current?.focus()
    },
    [intend],
  )

  const firstHeld = sends.find((send) => send.state === 'failed' || send.state === 'unconfirmed')?.id
  const people = useMemo(() => otherPeople(conversation, account), [conversation, account])
  const renderItem = useCallback(
    (item: TimelineItem) => (
      <MessageRow
        key={item.key}
        item={item}
        conversationId={id}
        otherName={people.name}
        behind={item.kind === 'send' && firstHeld !== undefined && item.send.id > firstHeld}
        found={item.kind === 'message' && item.message.id === at}
        onEdit={onEdit}
      />
    ),
    [id, people.name, firstHeld, at, onEdit],
  )

  return (
    <section ref={section} className={styles.thread}>
      {painted ? (
        <Suspense fallback={<KeysToCome />}>
          <ThreadKeys
            conversation={conversation}
            section={section}
            onAway={onAway}
            onMarkUnread={() => {
              holdUnread()
              onBack?.()
            }}
          />
        </Suspense>
      ) : (
        <KeysToCome />
      )}
      <ThreadHeader
        conversation={conversation}
        account={account}
        people={people.all}
        headline={people.headline}
        seenPolicy={seenPolicyOf(settings ?? { seenPolicy: {} }, accountId)}
        onBack={onBack}
        onMarkUnread={holdUnread}
      />
      {items.length > 0 ? (
        <MessageLog
          // Another place in the thread is another scroll.
          key={at}
          ref={log}
          title={title}
          items={items}
          openAt={
            at === null ? -1 : items.findIndex((one) => one.kind === 'message' && one.message.id === at)
          }
          newer={after !== null}
          newestInboundAt={conversation.latestInboundAt}
          status={neverRead ? statusOf(opening) : older.status}
          onNearTop={onNearTop}
          onNearBottom={extendDown}
          onNewest={onNewest}
          onRetry={neverRead ? reopen : older.retry}
          onAtEnd={setAtEnd}
          renderItem={renderItem}
        />
      ) : (
        <ThreadPlaceholder title={title} opening={ready ? opening : 'underway'} onRetry={reopen} />
      )}
      <LiveNews items={items} otherName={people.name} newer={after !== null} />
      <Composer
        ref={composer}
        conversation={conversation}
        account={account}
        addressee={people.only}
        onKept={onKept}
        onSend={onSend}
      />
    </section>
  )
}

function statusOf(opening: Opening): OlderStatus {
  if (opening === 'underway') return 'loading'
  return opening === 'done' ? 'idle' : opening
}
