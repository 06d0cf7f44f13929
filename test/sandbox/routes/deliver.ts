import type { Call, Context } from '../server/route'
import { bareConversation } from '../world/makeConversation'
import { strangerCalled } from '../world/strangers'
import type { Account, Attachment, Channel, Conversation, Message } from '../world/types'

/** A message of ours goes out: into the thread, the list and the record of deliveries. */
export function deliver(
  call: Call,
  context: Context,
  conversation: Conversation,
  text: string,
  attachments: Attachment[] = [],
): Message {
  const sentAt = Math.max(context.now(), (conversation.thread.at(0)?.sentAt ?? 0) + 1)
  const message = context.world.append(conversation, { sender: 'owner', text, sentAt, attachments })
  const { accountId, key } = conversation
  context.recorder.delivered({
    at: sentAt,
    requestId: call.id,
    accountId,
    conversation: key,
    messageKey: message.key,
    text,
    files: attachments.map(({ name }) => name),
  })
  return message
}

/** The thread with a person, by profile id or slug; a new one when there is none (contract 2.3, 3.3). */
export function threadWith(context: Context, owner: Account, who: string, channel: Channel): Conversation {
  const { world } = context
  const known = world
    .conversations(owner.id)
    .find(
      (c) =>
        c.channel === channel &&
        c.people.length === 1 &&
        [c.people[0]?.profileId, c.people[0]?.slug].includes(who),
    )
  if (known) return known
  return world.add(bareConversation(world.nextSeed(), owner, channel, [strangerCalled(world, owner, who)]))
}
