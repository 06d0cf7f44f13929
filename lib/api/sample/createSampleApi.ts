import type { ListedAccount } from '../../domain/account.ts'
import type { ListedConversation } from '../../domain/conversation.ts'
import type { UploadedFile } from '../../domain/file.ts'
import type { Attachment } from '../../domain/message.ts'
import type { Participant } from '../../domain/participant.ts'
import type { SampleState } from '../../domain/sample.ts'
import { text } from '../../domain/texts.ts'
import { keyOf, salesNavUrn } from '../../domain/urn.ts'
import type { Answer, Api, SendAnswer } from '../Api.ts'
import { ApiError } from '../ApiError.ts'
import { idOf, messagesAt, own, readTo } from './sampleMessages.ts'
import {
  profileIdOf,
  SAMPLE_ACCOUNTS,
  SAMPLE_TALKS,
  type SamplePerson,
  type SampleTalk,
} from './sampleTalks.ts'

export interface SampleDeps {
  /** Local ms. */
  now(): number
  /**
   * Changes what is kept of the sample, one change after the other, and gives it; null where the sample was left: then
   * nothing is kept any more.
   */
  change(how: (kept: SampleState | null) => SampleState): Promise<SampleState | null>
}

type Change = (state: SampleState, talk: SampleTalk) => SampleState

/** The key of a conversation that began here: the name of the profile it is with comes after it. */
const BEGUN = 'begun-'

/**
 * A small world of invented people behind the interface of the client, so that all screens can be tried without a key.
 * It asks nobody: what there is follows from the time and from what the user did in it.
 */
export function createSampleApi({ now, change }: SampleDeps): Api {
  async function state(how: (state: SampleState) => SampleState = (same) => same): Promise<SampleState> {
    const changed = change((kept) => how(kept ?? { beganAt: now(), sent: [], readTo: {} }))
    const next = await changed.catch(() => {
      throw new ApiError({ kind: 'storage', notDelivered: true })
    })
    if (!next) throw new ApiError({ kind: 'keyMissing', notDelivered: true })
    return next
  }
  const answer = (): Answer => ({ serverNow: now(), rejected: 0 })

  async function inTalk(accountId: string, key: string, how: Change): Promise<Answer> {
    const talk = talkOf(accountId, key)
    await state((before) => how(before, talk))
    return answer()
  }
  async function send(
    accountId: string,
    key: string,
    said: string,
    files: readonly UploadedFile[] = [],
  ): Promise<SendAnswer> {
    const talk = talkOf(accountId, key)
    const message = { talk: key, accountId, at: now(), text: said, attachments: files.map(attachmentOf) }
    await state(({ sent, ...before }) => ({
      ...before,
      sent: [...sent, message],
      readTo: { ...before.readTo, [idOf(talk)]: message.at },
    }))
    return { ...answer(), message: own(talk, message) }
  }
  const seen: Change = (before, talk) => ({ ...before, readTo: { ...before.readTo, [idOf(talk)]: now() } })

  return {
    listAccounts: async () => ({
      ...answer(),
      accounts: SAMPLE_ACCOUNTS.map(listedAccount),
      isWhole: true,
    }),
    accountStatus: async () => ({ ...answer(), usable: true, hasSalesNavigator: true }),
    async listConversations({ accountId }) {
      const world = await state()
      const talks = [...SAMPLE_TALKS, ...begunIn(world)].filter(({ account }) => account.id === accountId)
      const conversations = talks.flatMap((talk) => listed(talk, world, now()))
      conversations.sort((a, b) => (b.lastActivityAt ?? 0) - (a.lastActivityAt ?? 0))
      return { ...answer(), conversations, nextCursor: null, hasMore: false }
    },
    async listMessages({ accountId, conversationUrn, count, cursor, since = 0 }) {
      const talk = talkOf(accountId, keyOf(conversationUrn))
      const all = messagesAt(talk, await state(), now()).filter(({ sentAt }) => sentAt >= since)
      const end = cursor === undefined ? all.length : all.findIndex(({ key }) => key === cursor)
      const messages = all.slice(Math.max(0, end - count), Math.max(0, end))
      const older = end > count ? (messages[0]?.key ?? null) : null
      return {
        ...answer(),
        messages,
        participants: talk.people.map(participant),
        cursor: older,
        hasMore: older !== null,
      }
    },
    sendReply: ({ accountId, conversationUrn, message, files }) =>
      send(accountId, keyOf(conversationUrn), message, files),
    sendSalesNavReply: ({ accountId, threadId, body }) => send(accountId, threadId, body),
    sendFirst: ({ accountId, to, message, files }) =>
      send(accountId, keyWith(accountId, to.profile) ?? `${BEGUN}${to.profile}`, message, files),
    async conversationExists({ accountId, profile }) {
      const key = keyWith(accountId, profile)
      const begun = `${BEGUN}${profile}`
      const known = key ?? ((await state()).sent.some(({ talk }) => talk === begun) ? begun : null)
      return {
        ...answer(),
        conversationUrn: known === null ? null : urnOf(talkOf(accountId, known)),
        profileUrn: `urn:li:fsd_profile:${profileIdOf({ slug: profile })}`,
      }
    },
    async uploadFile({ filename, type, content }) {
      return { ...answer(), file: { name: filename, mediaType: type, byteSize: content.byteLength } }
    },
    // Nothing in here has an address.
    downloadMedia: () => Promise.reject(new ApiError({ kind: 'notFound', notDelivered: true })),
    markSeen: ({ accountId, conversationUrn }) => inTalk(accountId, keyOf(conversationUrn), seen),
    markSalesNavRead: ({ accountId, threadId }) => inTalk(accountId, threadId, seen),
    patchConversation: ({ accountId, conversationUrn, change: what }) =>
      inTalk(accountId, keyOf(conversationUrn), (before, talk) => {
        const newest = messagesAt(talk, before, now()).findLast((message) => !message.own)
        if (what !== 'mark-unread' || !newest) return before
        return { ...before, readTo: { ...before.readTo, [idOf(talk)]: newest.sentAt - 1 } }
      }),
    startFullSync: async () => answer(),
    syncStatus: async () => ({
      ...answer(),
      initialSyncCompleted: true,
      syncInProgress: false,
      totalConversations: SAMPLE_TALKS.length,
    }),
  }
}

/** @throws ApiError for what is not of the sample: nothing of a real account may end up here. */
function talkOf(accountId: string, key: string): SampleTalk {
  const account = SAMPLE_ACCOUNTS.find(({ id }) => id === accountId)
  if (!account) throw new ApiError({ kind: 'accountGone', notDelivered: true })
  const found = SAMPLE_TALKS.find((talk) => talk.account === account && talk.key === key)
  if (found) return found
  if (!key.startsWith(BEGUN)) throw new ApiError({ kind: 'notFound', notDelivered: true })
  const slug = key.slice(BEGUN.length)
  return { key, account, channel: 'inbox', people: [{ slug, name: slug, headline: null }], lines: [] }
}

function begunIn({ sent }: SampleState): SampleTalk[] {
  const begun = new Map(
    sent.filter(({ talk }) => talk.startsWith(BEGUN)).map((one) => [`${one.accountId}/${one.talk}`, one]),
  )
  return [...begun.values()].map(({ accountId, talk }) => talkOf(accountId, talk))
}

/** The conversation there is with somebody alone, by the name of their profile. */
function keyWith(accountId: string, profile: string): string | null {
  const isWith = ({ account, people }: SampleTalk) =>
    account.id === accountId && people.length === 1 && people[0]?.slug === profile
  return SAMPLE_TALKS.find(isWith)?.key ?? null
}

function urnOf({ channel, key, account }: SampleTalk): string {
  if (channel === 'salesNav') return salesNavUrn(key)
  return `urn:li:msg_conversation:(urn:li:fsd_profile:${account.profileId},${key})`
}

/** None where nobody has written yet. */
function listed(talk: SampleTalk, state: SampleState, now: number): ListedConversation[] {
  const messages = messagesAt(talk, state, now)
  const newest = messages.at(-1)
  if (!newest) return []
  const read = readTo(talk, state)
  const salesNav = talk.channel === 'salesNav'
  return [
    {
      urn: urnOf(talk),
      key: talk.key,
      channel: talk.channel,
      ownerProfileId: salesNav ? null : talk.account.profileId,
      salesNavThreadId: salesNav ? talk.key : null,
      lastActivityAt: newest.sentAt,
      unreadCount: messages.filter((message) => !message.own && message.sentAt > read).length,
      participants: talk.people.map(participant),
      latest: {
        text: newest.text,
        sentAt: newest.sentAt,
        senderName: newest.senderName,
        hasAttachment: newest.hasAttachment,
      },
    },
  ]
}

function listedAccount({ id, name, firstName, slug }: (typeof SAMPLE_ACCOUNTS)[number]): ListedAccount {
  return { id, name, firstName, publicId: slug, picture: null, usable: true, hasSalesNavigator: true }
}

function participant(person: SamplePerson): Participant {
  return {
    profileId: profileIdOf(person),
    name: person.name,
    headline: person.headline && text(person.headline),
    profileUrl: null,
    picture: null,
  }
}

function attachmentOf({ name, mediaType, byteSize }: UploadedFile): Attachment {
  return { name: String(name), mediaType: String(mediaType), byteSize: Number(byteSize), url: null }
}
