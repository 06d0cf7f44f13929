import { useEffect, useMemo, useRef } from 'react'
import { firstMessageId } from '../../lib/domain/firstMessage.ts'
import { text } from '../../lib/domain/texts.ts'
import { timelineOf } from '../../lib/domain/timeline.ts'
import { normaliseProfileId } from '../../lib/domain/urn.ts'
import { findConversationWith } from '../../lib/store/commits/keepFound.ts'
import { enqueueFirst } from '../../lib/store/intents/firstMessages.ts'
import { editReply } from '../../lib/store/intents/replies.ts'
import { sendsOf } from '../../lib/store/queries/thread.ts'
import { Composer, type ComposerHandle } from '../composer/Composer.tsx'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useStored } from '../hooks/useStored.ts'
import { Bubble } from '../thread/Bubble.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import type { FoundRecipient } from './FindProfile.tsx'
import styles from './NewConversation.module.css'

interface FirstMessageProps extends FoundRecipient {
  onOpen: (conversationId: string) => void
  onOther: () => void
}

const DAY_MS = 24 * 3_600_000

/** The first message to somebody, and what became of it until their conversation is there; then that is opened. */
export function FirstMessage({ accountId, to, onOpen, onOther }: FirstMessageProps) {
  const id = firstMessageId(accountId, to)
  const account = useAccounts()?.all.find((one) => one.id === accountId)
  const sends = useStored((db) => sendsOf(db, id), [id])
  const joined = useStored(
    async (db) => (await findConversationWith(db, accountId, to, Date.now() - DAY_MS))?.id ?? null,
    [id],
  )
  const intend = useIntent()
  const composer = useRef<ComposerHandle>(null)
  useEffect(() => {
    if (joined) onOpen(joined)
  }, [joined, onOpen])
  useEffect(() => composer.current?.focus(), [])
  const conversation = useMemo(() => {
    const profileId = normaliseProfileId(to.profileUrn)
    const person = { profileId, name: null, headline: null, profileUrl: null, picture: null }
    return { id, accountId, title: to.profile, channel: 'inbox' as const, participants: [person] }
  }, [id, accountId, to])
  const items = timelineOf({ messages: [], sends: sends ?? [], spans: [], before: null })

  async function edit(intentId: string): Promise<void> {
    await composer.current?.flush()
    if (await intend((db, now) => editReply(db, intentId, now))) composer.current?.focus()
  }

  return (
    <>
      <div className={styles.log} role="log" aria-label={text('new_messagesTo', { name: to.profile })}>
        <div className={styles.about}>
          <Banner tone="info">{text('new_about')}</Banner>
          <Button size="small" variant="ghost" onClick={onOther}>
            {text('new_somebodyElse')}
          </Button>
        </div>
        {items.map((item) => (
          <Bubble
            key={item.key}
            item={item}
            otherName={to.profile}
            behind={false}
            found={false}
            onEdit={edit}
          />
        ))}
      </div>
      <Composer
        ref={composer}
        conversation={conversation}
        account={account}
        addressee={null}
        cold={(db, _, words, now, wish) => enqueueFirst(db, accountId, to, words, now, wish)}
        onSend={() => undefined}
      />
    </>
  )
}
