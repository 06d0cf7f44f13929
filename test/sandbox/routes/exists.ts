import { accountId } from '../server/fields'
import { accountOf, needsLinkedIn, Refusal, type Route } from '../server/route'
import { profileUrn } from '../world/ids'
import { strangerCalled } from '../world/strangers'

/** A slug that belongs to nobody begins with this. */
const NOBODY = 'nobody'

/** Contract 2.11. */
export const existsRoute: Route = {
  method: 'GET',
  path: '/conversations/exists/:profile',
  query: { accountId },
  handle(call, { world }) {
    const account = accountOf(call)
    needsLinkedIn(account)
    const who = call.profile ?? ''
    if (who.startsWith(NOBODY)) throw new Refusal(404, 'Profile not found')
    const person = strangerCalled(world, account, who)
    const thread = world
      .conversations(account.id)
      .find(
        ({ channel, people }) =>
          channel === 'inbox' && people.length === 1 && people[0]?.profileId === person.profileId,
      )
    return {
      status: 200,
      body: {
        success: true,
        hasConversation: thread !== undefined,
        conversationUrn: thread?.urn ?? null,
        profileUrn: profileUrn(person.profileId),
        accountId: account.id,
      },
    }
  },
}
