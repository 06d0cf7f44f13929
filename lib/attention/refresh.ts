import { showBadge } from '../browser/badge.ts'
import { forgetFirstScreen, keepFirstScreen } from '../browser/firstScreen.ts'
import type { Database } from '../store/database.ts'
import { readFirstScreen } from '../store/queries/firstScreen.ts'
import { badgeFor } from './badge.ts'

/** Puts what is seen of the store without opening it, as it is at a local time (ms): the badge, and what pages paint first. */
export async function refresh(db: Database, now: number): Promise<void> {
  const screen = await readFirstScreen(db)
  const { settings, accounts, freshness, unread } = screen
  const on = accounts.filter(({ id }) => !settings.accountsOff.includes(id))
  const badge = badgeFor({ unread, accounts: on, freshness, pollSeconds: settings.pollSeconds, now })
  const kept = settings.connectedAt === null ? forgetFirstScreen() : keepFirstScreen(screen)
  // A browser that keeps nothing must not cost the badge: pages then paint from the database.
  await Promise.all([showBadge(badge), kept.catch(() => undefined)])
}
