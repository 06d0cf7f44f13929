import Dexie, { type EntityTable, type PromiseExtended, type Table } from 'dexie'
import type { Account } from '../domain/account.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Draft } from '../domain/draft.ts'
import type { OutgoingFile } from '../domain/file.ts'
import type { Freshness } from '../domain/freshness.ts'
import type { Intent } from '../domain/intent.ts'
import type { Label } from '../domain/label.ts'
import type { LedgerEntry } from '../domain/ledgerEntry.ts'
import type { Message } from '../domain/message.ts'
import type { PersonNote } from '../domain/personNote.ts'
import type { Quarantined } from '../domain/quarantined.ts'
import type { SavedSearch } from '../domain/savedSearch.ts'
import type { SearchChunk } from '../domain/searchChunk.ts'
import type { Snippet } from '../domain/snippet.ts'
import type { Span } from '../domain/span.ts'
import type { Triage } from '../domain/triage.ts'
import { announceStore } from './announce.ts'
import { Connection } from './connection.ts'
import { type Counts, keepCounts } from './counts.ts'
import { durability } from './durability.ts'
import type { Place } from './queries/thread.ts'
import { DATABASE_NAME } from './schema/stored.ts'
import { VERSION_1 } from './schema/version1.ts'
import { upgradeToVersion2, VERSION_2 } from './schema/version2.ts'
import { upgradeToVersion3, VERSION_3 } from './schema/version3.ts'
import { VERSION_4 } from './schema/version4.ts'
import { upgradeToVersion5, VERSION_5 } from './schema/version5.ts'
import { upgradeToVersion6, VERSION_6 } from './schema/version6.ts'
import { VERSION_7 } from './schema/version7.ts'
import { keepChunks } from './search/keepChunks.ts'
import type { SearchPack } from './search/SearchPacks.ts'
import { soundRows } from './sound/soundRows.ts'
import type { BehindRow } from './stirBehind.ts'
import { tellWrites } from './tellWrites.ts'
import { keepStamps, type Stamp } from './travel/keepStamps.ts'
import type { TravelState } from './travel/travelState.ts'
import { watch } from './watch.ts'
import { withRoom } from './withRoom.ts'

/** A conversation whose messages from a place on (null: all) are still to be made searchable. */
export interface BacklogRow {
  conversationId: string
  from: Place | null
}

/** What is in a file that waits to be sent; beside its facts, which are read much more often. */
export interface FileContent {
  id: string
  content: ArrayBuffer
}

/** A received file that was looked at or saved. */
export interface MediaRow {
  url: string
  accountId: string
  /** Local ms. */
  fetchedAt: number
  byteSize: number
  /** What the API says it is; not to be trusted. */
  mediaType: string | null
  content: ArrayBuffer
}

export interface SettingRow {
  key: string
  value: unknown
}

/** The one database: the truth on this machine. */
export class Database extends Dexie {
  declare accounts: EntityTable<Account, 'id'>
  declare conversations: EntityTable<Conversation, 'id'>
  declare messages: EntityTable<Message, 'id'>
  /** Kept by the store itself (keepCounts); nobody else writes them. */
  declare counts: EntityTable<Counts, 'accountId'>
  /** Kept by it too. */
  declare behind: Table<BehindRow, [string, string]>
  declare spans: Table<Span, [string, number]>
  declare searchChunks: EntityTable<SearchChunk & { id: number }, 'id'>
  declare searchBacklog: EntityTable<BacklogRow, 'conversationId'>
  declare searchPacks: EntityTable<SearchPack & { id: number }, 'id'>
  declare savedSearches: EntityTable<SavedSearch, 'id'>
  declare outbox: Table<Intent, string>
  declare files: EntityTable<OutgoingFile, 'id'>
  declare fileContents: EntityTable<FileContent, 'id'>
  declare media: EntityTable<MediaRow, 'url'>
  declare drafts: EntityTable<Draft, 'conversationId'>
  declare triage: EntityTable<Triage, 'conversationId'>
  declare labels: EntityTable<Label, 'id'>
  declare personNotes: EntityTable<PersonNote, 'personId'>
  declare snippets: EntityTable<Snippet, 'id'>
  declare settings: EntityTable<SettingRow, 'key'>
  declare freshness: EntityTable<Freshness, 'accountId'>
  declare ledger: EntityTable<LedgerEntry & { id: number }, 'id'>
  /** Kept by the store itself (keepStamps), but for what other computers changed. */
  declare stamps: EntityTable<Stamp, 'id'>
  declare travel: EntityTable<TravelState, 'id'>
  declare quarantine: EntityTable<Quarantined & { id: number }, 'id'>

  /** Whether it can be had at all, for whoever has to tell the user. */
  readonly connection = new Connection(this)

  /** Called before anything is written from here that has to do with polls; for whoever has to know. */
  onWrite: () => void = () => undefined

  constructor(name = DATABASE_NAME) {
    super(name)
    this.version(1).stores(VERSION_1)
    this.version(2).stores(VERSION_2).upgrade(upgradeToVersion2)
    this.version(3).stores(VERSION_3).upgrade(upgradeToVersion3)
    this.version(4).stores(VERSION_4)
    this.version(5).stores(VERSION_5).upgrade(upgradeToVersion5)
    this.version(6).stores(VERSION_6).upgrade(upgradeToVersion6)
    this.version(7).stores(VERSION_7)
    this.use(durability)
    this.use(keepCounts)
    this.use(keepStamps)
    this.use(soundRows(this))
    this.use(keepChunks())
    this.use(tellWrites(() => this.onWrite()))
  }

  override open(): PromiseExtended<Dexie> {
    // In the hands of a newer version, old code has no business in it.
    if (this.connection.getState() === 'outdated')
      return Dexie.Promise.reject(new Dexie.DatabaseClosedError())
    const opening = super.open()
    this.connection.follow(opening)
    return opening
  }

  /** Taken from us rather than closed by us, because it was deleted or the browser gave up on it, it is opened anew at once. */
  override close(options?: { disableAutoOpen: boolean }): void {
    super.close(options)
    if (options?.disableAutoOpen !== false) return
    // Queries that failed meanwhile, and those that show what is gone, look again.
    this.open().then(announceStore, () => undefined)
  }

  /** As `watch`, for those who have a database before they have loaded Dexie. */
  readonly watch = watch

  /** As `withRoom`, for them too. */
  withRoom<T>(write: () => PromiseLike<T>): Promise<T> {
    return withRoom(this, write)
  }

  /**
   * A transaction over what the user made and what follows from it: where the disk is full, room is made for it, at the
   * cost of the cache only. Not to be called inside another transaction.
   */
  transactionWithRoom<T>(mode: 'rw', tables: Table[], work: () => PromiseLike<T>): Promise<T> {
    return this.withRoom(() => this.transaction(mode, tables, work))
  }
}

/** The tables that can be fetched again; clearing the cache touches these and no others (design: tables). */
export const CACHE_TABLES = ['accounts', 'conversations', 'messages', 'spans'] as const
