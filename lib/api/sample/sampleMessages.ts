import type { ReceivedMessage } from '../../domain/message.ts'
import type { SampleSent, SampleState } from '../../domain/sample.ts'
import { text } from '../../domain/texts.ts'
import { profileIdOf, SAMPLE_ANSWERS, type SamplePerson, type SampleTalk, words } from './sampleTalks.ts'

const MINUTE = 60_000
/** How long (ms) somebody takes to answer, unless the user goes on writing. */
const ANSWERS_AFTER = 20_000

export interface SampleMessage extends ReceivedMessage {
  own: boolean
}

/** All messages of a conversation at a time (local ms), oldest first. */
export function messagesAt(talk: SampleTalk, state: SampleState, now: number): SampleMessage[] {
  const sent = state.sent.filter((one) => one.talk === talk.key && one.accountId === talk.account.id)
  const all = [...written(talk, state), ...sent.map((one) => own(talk, one)), ...answers(talk, sent)]
  // What was there at the beginning is there, whatever becomes of the clock.
  const there = all.filter(({ sentAt }) => sentAt <= Math.max(now, state.beganAt))
  return there.sort((a, b) => a.sentAt - b.sentAt || (a.key < b.key ? -1 : 1))
}

/** Up to when (local ms) a conversation is read. */
export function readTo(talk: SampleTalk, state: SampleState): number {
  const { beganAt } = state
  const theirs = written(talk, state).filter(({ own, sentAt }) => !own && sentAt <= beganAt)
  return state.readTo[idOf(talk)] ?? theirs[theirs.length - 1 - (talk.unread ?? 0)]?.sentAt ?? 0
}

/** What tells a conversation from those of other accounts. */
export function idOf({ account, key }: SampleTalk): string {
  return `${account.id}/${key}`
}

/** The message that a send becomes. */
export function own(talk: SampleTalk, { at, text, attachments }: SampleSent): SampleMessage {
  return message(talk, `sent-${at}`, at, null, text, attachments)
}

function written(talk: SampleTalk, { beganAt }: SampleState): SampleMessage[] {
  return talk.lines.map(([at, from, says], place) => {
    const file = place === 0 && talk.file
    const attachments = file
      ? [{ name: file, mediaType: 'application/pdf', byteSize: 184_320, url: null }]
      : []
    const sender = from === 0 ? null : (talk.people[from - 1] ?? null)
    return message(talk, `${place}`, beganAt + at * MINUTE, sender, words(says), attachments)
  })
}

function answers(talk: SampleTalk, sent: readonly SampleSent[]): SampleMessage[] {
  const last = sent.filter(
    ({ at }, place) => (sent[place + 1]?.at ?? Number.POSITIVE_INFINITY) > at + ANSWERS_AFTER,
  )
  return last.flatMap(({ at }, place) => {
    const says = SAMPLE_ANSWERS[place % SAMPLE_ANSWERS.length]
    const sender = talk.people[0] ?? null
    return says ? [message(talk, `answer-${at}`, at + ANSWERS_AFTER, sender, text(says), [])] : []
  })
}

/** @param sender null for the user */
function message(
  talk: SampleTalk,
  name: string,
  sentAt: number,
  sender: SamplePerson | null,
  text: string,
  attachments: ReceivedMessage['attachments'],
): SampleMessage {
  const own = sender === null
  return {
    urn: null,
    key: `${talk.key}-${name}`,
    text,
    sentAt,
    senderProfileId: own ? talk.account.profileId : profileIdOf(sender),
    senderName: own ? talk.account.name : sender.name,
    claimedOwn: own,
    attachments,
    hasAttachment: attachments.length > 0,
    own,
  }
}
