import { showNotice, withdrawNotice } from '../browser/notifications.ts'
import { onScreen } from '../browser/presence.ts'
import type { Message } from '../domain/message.ts'
import { isQuiet } from '../domain/quietHours.ts'
import { oneLine } from '../domain/text.ts'
import type { Database } from '../store/database.ts'
import { wakeSnoozed } from '../store/intents/shelves.ts'
import { readSettings } from '../store/queries/settings.ts'
import { type Decided, decide, type Scene } from './decide.ts'
import { DIGEST, noteDigest, noticeOf } from './notices.ts'

const TEXT_LIMIT = 240
const TITLE_LIMIT = 80

/** Tells the user (local ms) of new inbound messages, each of which comes here once. */
export async function notify(db: Database, arrivals: readonly Message[], now: number): Promise<void> {
  // A snooze that ended while the computer slept hides nothing any more.
  await wakeSnoozed(db, now)
  for (const decided of decide(arrivals, await sceneOf(db, arrivals, now))) {
    try {
      await show(decided)
    } catch {
      // A browser that shows no notifications must not stop the sync; the badge still tells.
    }
  }
}

async function sceneOf(db: Database, arrivals: readonly Message[], now: number): Promise<Scene> {
  const ids = [...new Set(arrivals.map((message) => message.conversationId))]
  const [conversations, triages, accounts, freshness, settings] = await Promise.all([
    db.conversations.bulkGet(ids),
    db.triage.bulkGet(ids),
    db.accounts.toArray(),
    db.freshness.toArray(),
    readSettings(db),
  ])
  return {
    enabled: settings.notifications && !isQuiet(settings.quietHours, now),
    conversations: new Map(conversations.flatMap((row) => (row ? [[row.id, row]] : []))),
    muted: new Set(triages.flatMap((row) => (row?.muted ? [row.conversationId] : []))),
    onScreen: await onScreen(),
    missedUpTo: new Map(freshness.map((row) => [row.accountId, row.missedUpTo])),
    accountNames: new Map(accounts.length > 1 ? accounts.map((account) => [account.id, account.name]) : []),
  }
}

async function show(decided: Decided): Promise<void> {
  if (decided.kind === 'digest') {
    const { conversationIds, messages, titles } = decided
    await noteDigest(conversationIds)
    await showNotice({
      id: DIGEST,
      title: `${messages} new messages in ${conversationIds.length} conversations`,
      message: oneLine(titles.join(', '), TEXT_LIMIT),
    })
    // The newer notification of a conversation replaces the older one.
    await Promise.all(conversationIds.map((id) => withdrawNotice(noticeOf(id))))
    return
  }
  const { conversationId, title, text, accountName } = decided
  await showNotice({
    id: noticeOf(conversationId),
    title: oneLine(title, TITLE_LIMIT),
    message: oneLine(text, TEXT_LIMIT),
    ...(accountName ? { contextMessage: oneLine(accountName, TITLE_LIMIT) } : {}),
  })
}
