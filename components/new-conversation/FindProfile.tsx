import { useEffect, useId, useRef, useState } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import { failureText } from '../../lib/domain/failure.ts'
import type { Recipient } from '../../lib/domain/firstMessage.ts'
import { profileNameIn } from '../../lib/domain/profileName.ts'
import { text } from '../../lib/domain/texts.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import field from '../ui/TextField.module.css'
import styles from './NewConversation.module.css'

export interface FoundRecipient {
  accountId: string
  to: Recipient
}

interface FindProfileProps {
  accounts: readonly Account[]
  profile: string
  onFound: (found: FoundRecipient) => void
  onOpen: (conversationId: string) => void
}

/** Asks whom to write to and from which account, and looks whether there is a conversation already. */
export function FindProfile({ accounts, profile, onFound, onOpen }: FindProfileProps) {
  const id = useId()
  const { command } = usePlatform()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(profile)
  const [chosen, setChosen] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const accountId = accounts.some((account) => account.id === chosen) ? chosen : (accounts[0]?.id ?? '')

  async function find(): Promise<void> {
    const name = profileNameIn(typed)
    if (name === null) {
      input.current?.focus()
      return setFailure(text('new_noProfile'))
    }
    setBusy(true)
    setFailure(null)
    const outcome = await command('findConversation', { accountId, profile: name })
    setBusy(false)
    if (!outcome.ok) {
      const unknown = outcome.failure.kind === 'notFound'
      setFailure(unknown ? text('new_unknownProfile') : failureText(outcome.failure))
    } else if (outcome.reply.conversationId !== null) onOpen(outcome.reply.conversationId)
    else onFound({ accountId, to: { profile: name, profileUrn: outcome.reply.profileUrn } })
  }

  // Handed over from a page, with nothing left to choose, it is looked for at once.
  const started = useRef(false)
  useEffect(() => {
    if (started.current) return
    started.current = true
    if (profile !== '' && accounts.length === 1) void find()
    else input.current?.focus()
  })

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void find()
      }}
    >
      {accounts.length > 1 && (
        <>
          <label className={styles.label} htmlFor={`${id}-account`}>
            {text('new_fromAccount')}
          </label>
          <div>
            <Select
              id={`${id}-account`}
              value={accountId}
              options={accounts.map((account) => ({ value: account.id, name: account.name }))}
              onChange={setChosen}
            />
          </div>
        </>
      )}
      <label className={styles.label} htmlFor={`${id}-profile`}>
        {text('new_profile')}
      </label>
      <input
        id={`${id}-profile`}
        ref={input}
        className={field.field}
        autoComplete="off"
        spellCheck={false}
        placeholder={text('new_profileExample')}
        aria-describedby={`${id}-hint`}
        aria-invalid={failure !== null}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setFailure(null)
        }}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {text('new_profile_hint')}
      </p>
      {failure && <Banner>{failure}</Banner>}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" disabled={busy || typed.trim() === '' || accountId === ''}>
          {busy ? text('new_looking') : text('common_continue')}
        </Button>
      </div>
    </form>
  )
}
