import type { Account } from '../../lib/domain/account.ts'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { othersOf } from '../../lib/domain/direction.ts'
import { onlyPersonIdOf } from '../../lib/domain/notifyRules.ts'
import type { Participant } from '../../lib/domain/participant.ts'

const UNKNOWN = { profileId: null, headline: null, profileUrl: null, picture: null }

interface OtherPeople {
  /** Who a message is from that does not say: the only other person, else the whole title. */
  name: string
  /** What the only other person does. */
  headline: string | null
  /** The only other person. */
  only: Participant | null
  /** All other people; where nobody is known, whoever the title names. */
  all: Participant[]
  /** What the only other person is known by, in each conversation with them. */
  personId: string | null
}

/** The other side of a conversation as the header and nameless messages need it. */
export function otherPeople(conversation: Conversation, account: Account | undefined): OtherPeople {
  const owner = {
    profileId: account?.ownerProfileId ?? null,
    publicId: account?.publicId ?? null,
    name: account?.name ?? '',
  }
  const others = othersOf(conversation.participants, owner)
  const only = others.length === 1 ? others[0] : undefined
  return {
    name: only?.name?.trim() || conversation.title,
    headline: only?.headline?.trim() || null,
    only: only ?? null,
    all: others.length > 0 ? others : [{ ...UNKNOWN, name: conversation.title }],
    personId: onlyPersonIdOf(conversation, owner),
  }
}
