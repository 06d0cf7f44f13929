import { showNotice, withdrawNotice } from '../browser/notifications.ts'
import { onScreen } from '../browser/presence.ts'
import type { Message } from '../domain/message.ts'
import { accountRuleOf, personRuleOf } from '../domain/notifyRules.ts'
import type { UserState } from '../domain/pace.ts'
import { isQuiet } from '../domain/quietHours.ts'
import { oneLine } from '../domain/text.ts'
import { counted, listText, text } from '../domain/texts.ts'
import { ownerOfAccount } from '../store/commits/listedConversation.ts'
import type { Database } from '../store/database.ts'
import { wakeSnoozed } from '../store/intents/shelves.ts'
import { readSettings } from '../store/queries/settings.ts'
import { type Decided, decide, type Scene } from './decide.ts'
import { hold, takeHeld } from './held.ts'
import { NOTICE_ACTIONS } from './noticeActions.ts'
import { DIGEST, noteDigest, noticeOf } from './notices.ts'
import { withdrawRead } from './withdraw.ts'

const TEXT_LIMIT = 240
const TITLE_LIMIT = 80

/**
 * Tells the user (local ms) of new inbound messages, each of which comes here once. On a locked screen they wait, unless
 * the user wants otherwise, and are told with those that come once somebody is there.
 */
export async function notify(
  db: Database,
  arrivals: readonly Message[],
  now: number,
  user: UserState = 'active',
): Promise<void> {
  const { holdWhileLocked } = await readSettings(db)
  if (user === 'locked' && holdWhileLocked) return hold(arrivals.map(({ id }) => id))
  const held = await messagesOf(db, await takeHeld())
  // A snooze that ended while the computer slept hides nothing any more.
  await wakeSnoozed(db, now)
  const told = decide([...held, ...arrivals], await sceneOf(db, arrivals, held, now))
  for (const decided of told) {
    try {
      await show(decided)
    } catch {
      // A browser that shows no notifications must not stop the sync; the badge still tells.
    }
  }
  // What was read since they were decided found nothing to take back yet.
  if (told.length > 0) await withdrawRead(db)
}

async function messagesOf(db: Database, ids: readonly string[]): Promise<Message[]> {
  const rows = ids.length > 0 ? await db.messages.bulkGet([...ids]) : []
  return rows.filter((row) => row !== undefined)
}

async function sceneOf(
  db: Database,
  arrivals: readonly Message[],
  held: readonly Message[],
  now: number,
): Promise<Scene> {
  const ids = [...new Set([...held, ...arrivals].map((message) => message.conversationId))]
  const [rows, triages, accounts, freshness, settings] = await Promise.all([
    db.conversations.bulkGet(ids),
    db.triage.bulkGet(ids),
    db.accounts.toArray(),
    db.freshness.toArray(),
    readSettings(db),
  ])
  const conversations = rows.filter((row) => row !== undefined)
  const missedUpTo = new Map(freshness.map((row) => [row.accountId, row.missedUpTo]))
  // What waited came while nobody looked, whichever poll brought it.
  for (const { conversationId, sentAt } of held) {
    const accountId = conversations.find(({ id }) => id === conversationId)?.accountId
    if (accountId) missedUpTo.set(accountId, Math.max(sentAt, missedUpTo.get(accountId) ?? 0))
  }
  const ownerOf = new Map(accounts.map((account) => [account.id, ownerOfAccount(account)]))
  const personRules = conversations.flatMap((row) => {
    const owner = ownerOf.get(row.accountId)
    const rule = owner && personRuleOf(settings, row, owner)
    return rule ? [[row.id, rule] as const] : []
  })
  return {
    enabled: settings.notifications,
    quiet: isQuiet(settings.quietHours, now),
    content: settings.notificationContent,
    sound: settings.notificationSound,
    accountRules: new Map(accounts.map(({ id }) => [id, accountRuleOf(settings, id)])),
    personRules: new Map(personRules),
    conversations: new Map(conversations.map((row) => [row.id, row])),
    muted: new Set(triages.flatMap((row) => (row?.muted ? [row.conversationId] : []))),
    onScreen: await onScreen(),
    missedUpTo,
    accountNames: new Map(accounts.length > 1 ? accounts.map((account) => [account.id, account.name]) : []),
  }
}

async function show(decided: Decided): Promise<void> {
  if (decided.kind === 'digest') {
    const { conversationIds, messages, titles, silent } = decided
    await noteDigest(conversationIds)
    await showNotice({
      id: DIGEST,
      title: text('notice_digest', {
        messages: counted('notice_digestMessages', messages),
        conversations: counted('notice_digestConversations', conversationIds.length),
      }),
      message: oneLine(listText(titles) || text('notice_hiddenDigest'), TEXT_LIMIT),
      silent,
    })
    // The newer notification of a conversation replaces the older one.
    await Promise.all(conversationIds.map((id) => withdrawNotice(noticeOf(id))))
    return
  }
  const { conversationId, title, text: message, accountName, silent } = decided
  await showNotice({
    id: noticeOf(conversationId),
    title: oneLine(title, TITLE_LIMIT),
    message: oneLine(message, TEXT_LIMIT),
    silent,
    buttons: NOTICE_ACTIONS.map(({ name }) => name()),
    ...(accountName ? { contextMessage: oneLine(accountName, TITLE_LIMIT) } : {}),
  })
}
