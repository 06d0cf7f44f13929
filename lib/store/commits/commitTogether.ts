import Dexie from 'dexie'
import { inOneGo } from '../../domain/inOneGo.ts'
import type { Database } from '../database.ts'
import { commitFirstPages } from './commitFirstPages.ts'
import { type Committed, commitMessages, type MessagesCommit } from './commitMessages.ts'

/** So many pages take some 50 ms, for which nobody else can write messages. */
const MOST_PAGES = 5

interface Waiting {
  page: MessagesCommit
  settle(committed: Committed | Promise<Committed>): void
}

const writers = new WeakMap<Database, (one: Waiting) => Promise<void>>()

/**
 * As commitMessages, for pages of a first import, which come from several threads at a time: what comes while others are
 * written shares their next transaction.
 */
export function commitTogether(db: Database, page: MessagesCommit): Promise<Committed> {
  const write = writers.get(db) ?? inOneGo((all: Waiting[]) => writeAll(db, all))
  writers.set(db, write)
  return new Promise((settle, fail) => {
    write({ page, settle }).catch(fail)
  })
}

async function writeAll(db: Database, all: readonly Waiting[]): Promise<void> {
  for (let at = 0; at < all.length; at += MOST_PAGES) {
    const some = all.slice(at, at + MOST_PAGES)
    // Whoever hands a page on may be anywhere, and its transaction is nobody's part.
    const done = await Dexie.ignoreTransaction(() => storeFirst(db, some))
    for (const [index, { page, settle }] of some.entries()) settle(done[index] ?? commitMessages(db, page))
  }
}

/** A page that fails must not fail those of other accounts: then each is on its own. */
async function storeFirst(db: Database, some: readonly Waiting[]): Promise<(Committed | null)[]> {
  const pages = some.map(({ page }) => page)
  const areApart = new Set(pages.map(({ conversationId }) => conversationId)).size === pages.length
  return areApart ? commitFirstPages(db, pages).catch(() => []) : []
}
