import { accountId, anyText, files, oneOf, optional, profileUrnText, required, text } from '../server/fields'
import { accountOf, type Call, type Context, needsLinkedIn, Refusal, type Route } from '../server/route'
import { missingRecipient, unknownAsset } from '../server/violate'
import type { Wire } from '../wire/dialect'
import { messageRow } from '../wire/messageRow'
import { profileUrn } from '../world/ids'
import type { Account, Attachment, Conversation, Message } from '../world/types'
import { deliver, threadWith } from './deliver'

/** The files as they were uploaded; each must come exactly as the upload gave it. */
function attachmentsOf(call: Call, { world }: Context): Attachment[] {
  const { attachments } = call.body
  if (!Array.isArray(attachments)) return []
  return attachments.map(({ file }: { file: Record<string, unknown> }) => {
    const asset = world.assets.find(({ given }) => given.assetUrn === file.assetUrn)
    if (!asset || asset.accountId !== call.account?.id || !sameFields(asset.given, file)) {
      throw unknownAsset(file)
    }
    const { name, mediaType, byteSize } = asset.given
    return { name, mediaType, byteSize, url: asset.url }
  })
}

function sameFields(given: object, file: object): boolean {
  const sorted = (fields: object) => JSON.stringify(Object.entries(fields).sort())
  return sorted(given) === sorted(file)
}

function recipientOf(call: Call): string {
  const { recipientProfileUrn, recipientProfileId } = call.body
  if (typeof recipientProfileUrn === 'string') return recipientProfileUrn.replace('urn:li:fsd_profile:', '')
  if (typeof recipientProfileId === 'string') return recipientProfileId
  throw missingRecipient()
}

/** Where the sources put the ids of what was sent, if anywhere (contract 8.11). */
function echoOf(sent: Message, c: Conversation, owner: Account, wire: Wire): Record<string, unknown> {
  switch (wire.echo) {
    case 'full':
      return { sentMessage: messageRow(sent, c, owner, { ...wire, mailbox: 'owner' }) }
    case 'empty':
      return { sentMessage: {} }
    case 'null':
      return { sentMessage: null }
    case 'messageId':
      return { messageId: sent.key, conversationUrn: c.urn }
    case 'opaqueId':
      return { messageId: `msg_${sent.sentAt}`, sentMessage: {} }
    case 'threadOnly':
      return { threadId: c.key, conversationId: c.key }
  }
}

/** Contract 2.3. A Sales Nav thread does not belong here (3.3). */
export const sendRoute: Route = {
  method: 'POST',
  path: '/conversations/send',
  channel: 'inbox',
  body: {
    accountId,
    conversationUrn: optional(text),
    recipientProfileUrn: optional(profileUrnText),
    recipientProfileId: optional(text),
    message: required(text),
    subject: optional(anyText),
    attachments: optional(files),
    messagingChannel: optional(oneOf('auto', 'sales_navigator', 'linkedin_inbox')),
  },
  handle(call, context) {
    const account = accountOf(call)
    needsLinkedIn(account)
    const { messagingChannel, message } = call.body
    if (messagingChannel === 'sales_navigator' && !account.salesNavigator) {
      throw new Refusal(400, 'Sales Navigator is not available for this account')
    }
    const channel = messagingChannel === 'sales_navigator' ? 'salesNav' : 'inbox'
    const conversation = call.conversation ?? threadWith(context, account, recipientOf(call), channel)
    const sent = deliver(call, context, conversation, String(message), attachmentsOf(call, context))
    const wire = context.wire('send', call.id)
    const [person] = conversation.people
    return {
      status: 200,
      body: {
        success: true,
        message: wire.sendStatus === 'text' ? sent.text : 'Message sent successfully',
        ...(person ? { recipientProfileUrn: profileUrn(person.profileId) } : {}),
        ...echoOf(sent, conversation, account, wire),
        ...(conversation.channel === 'salesNav' ? { threadId: conversation.key } : {}),
      },
    }
  },
}
