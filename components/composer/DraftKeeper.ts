import type { FailureKind } from '../../lib/domain/failure.ts'
import type { SendIntent } from '../../lib/domain/intent.ts'
import { isFullError } from '../../lib/domain/storageTrouble.ts'
import type { Database } from '../../lib/store/database.ts'
import { getDraft, saveDraft } from '../../lib/store/intents/drafts.ts'
import type { ReplyWish } from '../../lib/store/intents/replies.ts'
import { afterPaint } from '../hooks/afterPaint.ts'
import { forgetNote, leaveNote } from './draftNotes.ts'

/** Puts a text into the outbox and takes its draft away, in one transaction. */
export type Enqueue = (
  db: Database,
  id: string,
  text: string,
  now: number,
  wish: ReplyWish,
) => Promise<SendIntent>

/** Text is on disk at most this long (ms) after it was typed, or in a note where the page is left before. */
const SAVE_MS = 250
/** The box shows what was sent at most this long (ms), however slow the disk is. */
const STILL_SHOWN_MS = 50

export interface DraftState {
  text: string
  /** Why the last reply could not be put into the outbox; its text is back in the box. */
  sendFailed: FailureKind | null
  /** Why what is typed could not be put on the disk. */
  saveFailed: FailureKind | null
  /** Counts texts that came from elsewhere rather than from typing. */
  arrivals: number
}

/**
 * The unfinished reply of one conversation, between the reply box and the database. Writes go one after the other, so
 * that a late save can not bring back what was just sent; reads count only while nothing typed waits to be saved, so
 * that a stored text never overwrites newer typing. Nothing is written over a stored text that was not read yet.
 */
export class DraftKeeper {
  #state: DraftState = { text: '', sendFailed: null, saveFailed: null, arrivals: 0 }
  /** As the box has it; for a moment still with a text that was sent. */
  #shown = this.#state
  readonly #listeners = new Set<() => void>()
  #writes: Promise<unknown> = Promise.resolve()
  #pending = 0
  #timer: ReturnType<typeof setTimeout> | null = null
  #typed = 0
  /** When that was, local ms. */
  #typedAt = 0
  /** What was typed may not be on the disk yet. */
  #unsaved = false
  /** How many are on their way into the outbox. */
  #sends = 0
  #loaded = false
  #composing = false
  /** Ends what the box still shows of a text that was sent. */
  #emptying: ReturnType<typeof setTimeout> | undefined
  #stop: (() => void) | null = null

  constructor(
    /** The reply box is there before the database may be. */
    private readonly coming: Promise<Database>,
    private readonly conversationId: string,
    private readonly enqueue: Enqueue,
  ) {}

  readonly getState = (): DraftState => this.#state

  /** What the box shows: the state, but for a moment after `send`. */
  readonly getShown = (): DraftState => this.#shown

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  open(): void {
    let closed = false
    let stop = () => {
      closed = true
    }
    this.#stop = () => stop()
    void this.coming.then((db) => {
      if (closed) return
      const unwatch = db.watch(
        () => getDraft(db, this.conversationId),
        () => void this.#read().catch(() => undefined),
        () => undefined,
      )
      db.on('close', this.#keepAgain)
      stop = () => {
        // To end it takes time, which what comes in place of the box needs first.
        void afterPaint().then(unwatch)
        db.on('close').unsubscribe(this.#keepAgain)
      }
    })
  }

  /** Saves what is unsaved and stops listening. */
  close(): void {
    this.leave()
    this.#stop?.()
  }

  /** The page may end at once, and with it what it writes to the disk: what is unsaved is noted as well. */
  leave(): void {
    if (this.#unsaved) {
      const behind = !this.#loaded || this.#sends > 0
      leaveNote(this.conversationId, { text: this.#state.text, typedAt: this.#typedAt, behind })
    }
    void this.flush()
  }

  /** The database was taken away, and what comes back may be empty: what is on the screen is written down anew. */
  readonly #keepAgain = (): void => {
    if (this.#state.text !== '') this.type(this.#state.text)
  }

  /** The user typed. */
  type(text: string): void {
    this.#typed++
    // Later than before, whatever the clock says.
    this.#typedAt = Math.max(Date.now(), this.#typedAt + 1)
    this.#unsaved = true
    this.#set({ text })
    this.#timer ??= setTimeout(() => void this.flush(), SAVE_MS)
  }

  /** While an input method composes, nothing comes in from elsewhere. */
  composing(underway: boolean): void {
    this.#composing = underway
    if (!underway) void this.#read().catch(() => undefined)
  }

  /** Saves now what is unsaved; resolves when it is on disk. */
  async flush(): Promise<void> {
    if (this.#timer !== null) {
      clearTimeout(this.#timer)
      this.#timer = null
      const { text } = this.#state
      const typedAt = this.#typedAt
      // A save that fails leaves the text in the box, and the next one tries again.
      this.#write((db) => this.#save(db, text, typedAt)).then(
        () => this.#saved(typedAt),
        (error) => this.#set({ saveFailed: kindOf(error) }),
      )
    }
    await this.#writes
  }

  async #save(db: Database, text: string, typedAt: number): Promise<void> {
    if (this.#loaded) return saveDraft(db, this.conversationId, text, typedAt)
    await this.#read()
    return saveDraft(db, this.conversationId, this.#state.text, this.#typedAt)
  }

  #saved(typedAt: number): void {
    forgetNote(this.conversationId, typedAt)
    if (typedAt === this.#typedAt) this.#unsaved = false
    if (this.#state.saveFailed) this.#set({ saveFailed: null })
  }

  /**
   * Takes the text out of the box and puts it into the outbox; where that fails the text comes back. Gives what is on the
   * disk, or null. The box shows the text until `showEmptied`, in the frame that has the reply's bubble: browsers hold the
   * database's answers back until a frame that a key asked for is done, and emptying the box would ask for one.
   */
  async send(wish: ReplyWish = {}): Promise<SendIntent | null> {
    const { text } = this.#state
    if (text.trim() === '') return null
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#typed++
    this.#unsaved = false
    // Before the disk knows of it: what is sent must not come back.
    forgetNote(this.conversationId, Number.POSITIVE_INFINITY)
    this.#state = { ...this.#state, text: '', sendFailed: null, saveFailed: null }
    this.#emptying ??= setTimeout(this.showEmptied, STILL_SHOWN_MS)
    const seen: ReplyWish = this.#loaded ? wish : { ...wish, draftUnseen: true }
    this.#sends++
    try {
      return await this.#write((db) => this.enqueue(db, this.conversationId, text, Date.now(), seen))
    } catch (error) {
      const since = this.#state.text
      this.type(since === '' ? text : `${text}\n${since}`)
      this.#set({ sendFailed: kindOf(error) })
      return null
    } finally {
      this.#sends--
    }
  }

  /** The box no longer shows what was sent: its bubble is there, the disk is slow, or the user goes on. */
  readonly showEmptied = (): void => {
    if (this.#emptying !== undefined) this.#tell()
  }

  #write<T>(work: (db: Database) => Promise<T>): Promise<T> {
    this.#pending++
    const done = this.#writes
      .then(() => this.coming)
      .then((db) => db.withRoom(() => work(db)))
      .finally(() => {
        this.#pending--
      })
    this.#writes = done.catch(() => undefined)
    return done
  }

  get #busy(): boolean {
    return this.#timer !== null || this.#pending > 0 || this.#composing
  }

  /** Takes over what is stored. Reads it anew, as a live answer may be older than our own last save. */
  async #read(): Promise<void> {
    const typed = this.#typed
    if (this.#loaded && this.#busy) return
    const stored = (await getDraft(await this.coming, this.conversationId))?.text ?? ''
    if (!this.#loaded) return this.#load(stored)
    if (typed !== this.#typed || this.#busy || stored === this.#state.text) return
    this.#set({ text: stored, arrivals: this.#state.arrivals + 1 })
  }

  /** The first answer: whoever was quicker to type keeps both. */
  #load(stored: string): void {
    this.#loaded = true
    const { text, arrivals } = this.#state
    if (stored === '' || stored === text) return
    if (text !== '') this.type(stored + text)
    else this.#set({ text: stored, arrivals: arrivals + 1 })
  }

  #set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change }
    this.#tell()
  }

  #tell(): void {
    clearTimeout(this.#emptying)
    this.#emptying = undefined
    this.#shown = this.#state
    for (const listener of this.#listeners) listener()
  }
}

function kindOf(error: unknown): FailureKind {
  return isFullError(error) ? 'storage' : 'unknown'
}
