import { useEffect, useId, useRef, useState } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import { failureText } from '../../lib/domain/failure.ts'
import type { Recipient } from '../../lib/domain/firstMessage.ts'
import { profileNameIn } from '../../lib/domain/profileName.ts'
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
  const [text, setText] = useState(profile)
  const [chosen, setChosen] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const accountId = accounts.some((account) => account.id === chosen) ? chosen : (accounts[0]?.id ?? '')

  async function find(): Promise<void> {
    const name = profileNameIn(text)
    if (name === null) {
      input.current?.focus()
      return setFailure('That is no LinkedIn profile. Paste an address such as linkedin.com/in/name.')
    }
    setBusy(true)
    setFailure(null)
    const outcome = await command('findConversation', { accountId, profile: name })
    setBusy(false)
    if (!outcome.ok) {
      const unknown = outcome.failure.kind === 'notFound'
      setFailure(
        unknown
          ? 'LinkedIn has no such profile. Check the address, then try again.'
          : failureText(outcome.failure),
      )
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
            From account
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
        LinkedIn profile
      </label>
      <input
        id={`${id}-profile`}
        ref={input}
        className={field.field}
        autoComplete="off"
        spellCheck={false}
        placeholder="linkedin.com/in/name"
        aria-describedby={`${id}-hint`}
        aria-invalid={failure !== null}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setFailure(null)
        }}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        The address of a profile, or the name at its end. A conversation you already have is opened.
      </p>
      {failure && <Banner>{failure}</Banner>}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" disabled={busy || text.trim() === '' || accountId === ''}>
          {busy ? 'Looking…' : 'Continue'}
        </Button>
      </div>
    </form>
  )
}
