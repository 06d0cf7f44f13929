import Ellipsis from 'lucide-react/icons/ellipsis'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { IconButton } from '../ui/IconButton.tsx'

const ThreadMenu = lazy(async () => ({ default: (await import('./ThreadMenu.tsx')).ThreadMenu }))

interface MoreButtonProps {
  conversation: Conversation
  account: Account | undefined
}

/** What is done with a conversation now and then. */
export function MoreButton({ conversation, account }: MoreButtonProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <IconButton
        ref={button}
        label="More"
        icon={Ellipsis}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <Suspense>
          <ThreadMenu
            conversation={conversation}
            account={account}
            anchor={button.current}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
