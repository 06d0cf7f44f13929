import type { Account } from '../../../lib/domain/account.ts'
import type { Conversation } from '../../../lib/domain/conversation.ts'
import { NEVER } from '../../../lib/domain/due.ts'
import type { AccountHealth } from '../../../lib/domain/health.ts'
import { personIdOf } from '../../../lib/domain/personNote.ts'
import type { Database } from '../../../lib/store/database.ts'
import { setLabel } from '../../../lib/store/intents/labels.ts'
import { saveNotes } from '../../../lib/store/intents/personNotes.ts'
import { remind } from '../../../lib/store/intents/reminders.ts'
import { setMuted } from '../../../lib/store/intents/setMuted.ts'
import { snooze } from '../../../lib/store/intents/shelves.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { PEOPLE } from './people.ts'
import { seedFiles } from './seedFiles.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const THEIRS = 'Did the numbers I sent make sense? I can walk you through them.'

const NOBODY = { profileId: null, name: null, headline: null, profileUrl: null, picture: null }

const IMPORTING = {
  stage: 'messages',
  listed: 1240,
  messagesDone: 240,
  messagesTotal: 1240,
} as const

/** Fills an empty database with a made-up world of that name. */
export async function seedWorld(db: Database, world: string): Promise<void> {
  await Promise.all(db.tables.map((table) => table.clear()))
  if (world === 'firstRun' || world === 'rejected') return
  const now = Date.now()
  await db.settings.bulkPut([
    { key: 'connectedAt', value: now },
    { key: 'compact', value: world === 'compact' },
    { key: 'updatedFrom', value: world === 'updated' ? '0.0.9' : '' },
    { key: 'notifyPeople', value: { 'made-up': { name: 'Anneliese Brandt-Oyelaran', rule: 'always' } } },
  ])
  const accounts = accountsOf(world, now)
  await db.accounts.bulkPut(accounts)
  await db.freshness.bulkPut(
    accounts.map(({ id }) => {
      const at = now - (world === 'offline' ? 12 : 1) * MINUTE
      return { accountId: id, succeededAt: at, serverAt: at, missedUpTo: 0 }
    }),
  )
  if (world === 'nothing') return
  const conversations = conversationsOf(accounts, world, now)
  await db.conversations.bulkPut(conversations)
  await db.messages.bulkPut(conversations.slice(0, 40).flatMap((row) => messagesOf(row)))
  await db.spans.bulkPut(
    conversations.slice(0, 40).map((row) => ({
      conversationId: row.id,
      from: row.lastActivityAt - 30 * HOUR,
      to: row.lastActivityAt,
      cursor: null,
      cursorAt: 0,
      beginning: true,
    })),
  )
  if (world === 'files' && conversations[0]) await seedFiles(db, conversations[0])
  if (world === 'long') await seedLong(db, conversations[0]?.id ?? '', now)
  if (world === 'doubled') await seedDoubled(db, conversations[0]?.id ?? '', now)
  await seedUserMade(db, now)
  if (world === 'mixed') await seedStranded(db, now)
  if (world === 'sorted') await seedSorted(db, conversations, now)
}

/** All that triage makes of conversations. */
async function seedSorted(db: Database, conversations: readonly Conversation[], now: number): Promise<void> {
  const ids = conversations.map(({ id }) => id)
  const of = (...at: number[]) => at.map((index) => ids[index] ?? '')
  await setLabel(db, of(0, 2, 5, 8), 'l1', true)
  await setLabel(db, of(2, 3), 'l2', true)
  await setLabel(db, of(2, 6), 'l3', true)
  await setMuted(db, of(3, 4), true)
  await remind(db, of(0, 5), now + 50 * HOUR)
  await snooze(db, of(7, 9, 10), now + 20 * HOUR)
  for (const person of conversations[0]?.participants ?? []) {
    const note = 'Met at the fair in Berlin, wants to move in spring. Call before noon.'
    await saveNotes(db, [{ personId: personIdOf(person, ids[0] ?? ''), text: note, updatedAt: now }])
  }
}

/** A long past of the first conversation. */
async function seedLong(db: Database, conversationId: string, now: number): Promise<void> {
  await db.messages.bulkPut(
    Array.from({ length: 800 }, (_, at) =>
      makeMessage({
        conversationId,
        key: `2-long${String(at).padStart(5, '0')}`,
        sentAt: now - 60 * 24 * HOUR + at * HOUR,
        own: at % 3 === 1,
        text: at % 2 === 0 ? THEIRS : 'Sounds good, talk soon.',
      }),
    ),
  )
}

/** Replies of accounts that are not there any more. */
async function seedStranded(db: Database, now: number): Promise<void> {
  const of = { accountId: 'account-9', conversationId: 'account-9/inbox/2-gone' }
  await db.outbox.bulkPut([
    makeSend({
      ...of,
      state: 'failed',
      text: 'Thursday at ten works for me, see you there.',
      createdAt: now - HOUR,
    }),
    makeSend({ ...of, state: 'unconfirmed', text: THEIRS.repeat(5), createdAt: now - 30 * HOUR }),
  ])
}

/** A reply that was delivered twice, and one of which nobody knows. */
async function seedDoubled(db: Database, conversationId: string, now: number): Promise<void> {
  const text = 'Thursday at 10 it is. I will send the invite in a minute.'
  const reply = { conversationId, own: true, text, senderName: 'Mira Holm' }
  await db.messages.bulkPut([
    makeMessage({ ...reply, sentAt: now - 15_000, intentId: 'intent-a' }),
    makeMessage({ ...reply, sentAt: now - 14_000, copyOf: 'intent-a' }),
  ])
  const doubtful = { conversationId, state: 'unconfirmed' as const, misses: 2, createdAt: now }
  await db.outbox.add(makeSend({ ...doubtful, text: 'Shall I book the small room?', nextAttemptAt: NEVER }))
}

function accountsOf(world: string, now: number): Account[] {
  const three = [
    makeAccount({ id: 'account-1', name: 'Mira Holm', position: 0 }),
    makeAccount({ id: 'account-2', name: 'Holm Talent GmbH', position: 1, hasSalesNavigator: true }),
    makeAccount({ id: 'account-3', name: 'Samuel Adeyemi-Oyelaran', position: 2 }),
  ]
  const all = (change: Partial<Account>) => three.map((account) => ({ ...account, ...change }))
  switch (world) {
    case 'one':
    case 'nothing':
    case 'compact':
      return three.slice(0, 1)
    case 'importing':
      return all({ import: IMPORTING })
    case 'offline':
      return all({ health: { state: 'offline' } })
    case 'paused':
      return all({ health: { state: 'rateLimited', until: now + 10 * MINUTE } })
    case 'locked':
    case 'forgotten':
      return all({ health: { state: 'locked' } })
    case 'signedOut':
      return all({ health: { state: 'signedOut' } })
    case 'unpaid':
      return all({ health: { state: 'subscriptionNeeded', reason: 'Trial expired on 3 January' } })
    case 'mixed':
      return three.map((account, at) => ({ ...account, health: mixedHealth(at, now) }))
    case 'disconnected':
      return three.map((account, at) =>
        at === 2 ? { ...account, health: { state: 'disconnected' } } : account,
      )
    default:
      return three
  }
}

function mixedHealth(at: number, now: number): AccountHealth {
  if (at === 0) return { state: 'rateLimited', until: now + 25 * MINUTE }
  return at === 1 ? { state: 'disconnected' } : { state: 'signedOut' }
}

function conversationsOf(accounts: readonly Account[], world: string, now: number): Conversation[] {
  return Array.from({ length: 320 }, (_, at) => {
    const [name, text] = PEOPLE[at % PEOPLE.length] ?? ['Nobody', '']
    const account = accounts[at % accounts.length]
    const unread = world !== 'quiet' && at < 60 && (at < 7 || at % 3 !== 0 || at > 24)
    const age = at < 6 ? at * 7 * MINUTE : at < 16 ? at * 50 * MINUTE : at * 6 * HOUR
    const sentAt = now - age - 20_000
    const own = !unread && at % 4 === 0
    return makeConversation({
      key: `2-thread${at}`,
      accountId: account?.id ?? 'account-1',
      channel: account?.hasSalesNavigator && at % 2 === 0 ? 'salesNav' : 'inbox',
      ...(name.includes(', B')
        ? { participants: name.split(', ').map((each) => ({ ...NOBODY, name: each })) }
        : {}),
      title: at < PEOPLE.length * 2 ? name : `${name} ${Math.floor(at / PEOPLE.length)}`,
      lastActivityAt: sentAt,
      unreadCount: unread ? 1 + ((at * 5) % 4) : 0,
      starred: at % 9 === 1 ? 1 : 0,
      shelf: at >= 300 ? 'done' : 'inbox',
      preview: {
        text: own ? 'Thanks, I will get back to you by Friday.' : text,
        sentAt,
        own,
        senderName: name,
        hasAttachment: text === '',
      },
    })
  })
}

function messagesOf(conversation: Conversation) {
  return Array.from({ length: 14 }, (_, at) => {
    const last = at === 13
    const own = last ? (conversation.preview?.own ?? false) : at % 5 < 2
    return makeMessage({
      conversationId: conversation.id,
      sentAt: conversation.lastActivityAt - (13 - at) * 2 * HOUR,
      own,
      senderName: own ? 'Mira Holm' : conversation.title,
      text: last ? (conversation.preview?.text ?? '') : own ? 'Sounds good, talk soon.' : THEIRS,
    })
  })
}

async function seedUserMade(db: Database, now: number): Promise<void> {
  await db.snippets.bulkPut([
    { id: 's1', name: 'Intro call', text: 'Hi {firstName}, do you have 20 minutes this week for a call?' },
    {
      id: 's2',
      name: 'Not now',
      text: 'Thank you for thinking of us. The timing is not right, but let us stay in touch.',
    },
  ])
  await db.labels.bulkPut([
    { id: 'l1', name: 'Candidate', hue: 150 },
    { id: 'l2', name: 'Customer', hue: 240 },
    { id: 'l3', name: 'לקוח', hue: 15 },
  ])
  const routes = ['/conversations', '/conversations/:urn/messages', '/accounts', '/conversations/send']
  await db.ledger.bulkAdd(
    Array.from({ length: 140 }, (_, at) => ({
      at: now - (140 - at) * 22_000,
      method: at % 4 === 3 ? 'POST' : 'GET',
      route: routes[at % routes.length] ?? '/',
      accountId: 'account-1',
      status: at % 37 === 5 ? 429 : 200,
      ms: 180 + ((at * 97) % 700),
      failure: at % 37 === 5 ? ('rateLimited' as const) : null,
      id: at + 1,
    })),
  )
  await db.quarantine.bulkAdd([
    {
      id: 1,
      at: now - HOUR,
      accountId: 'account-1',
      route: '/conversations',
      reason: 'lastActivityAt: not a time',
    },
    {
      id: 2,
      at: now - 30 * HOUR,
      accountId: 'account-2',
      route: '/conversations/:urn/messages',
      reason: 'text: missing',
    },
  ])
}
