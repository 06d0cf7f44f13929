import type { Route } from '../domain/panelRoute.ts'
import type { StorageTrouble } from '../domain/storageTrouble.ts'
import type { Vault } from '../vault/Vault.ts'
import type { SendCommand } from './protocol.ts'

/** How pages learn what is wrong with storage. */
export interface TroubleWatch {
  getState(): StorageTrouble
  /** Calls back after each change; returns the way to stop. */
  subscribe(changed: () => void): () => void
  /** The user took note that the database was lost. */
  dismissLost(): void
}

/** The sections of the options that other pages lead to. */
type OptionsSection = 'account' | 'keyboard' | 'labels' | 'data' | 'news'

/** What a page needs of the browser, handed down by its entrypoint so that components run without an extension. */
export interface Platform {
  command: SendCommand
  /**
   * Keeps a key aside for the next `connect`. It never travels in a message. Where the present key is sealed and open,
   * the new one takes over its passphrase; false where that is wrong.
   */
  offerKey(key: string, passphrase?: string): Promise<boolean>
  /** How the key is kept, and whether it can be used. */
  vault: Vault
  /** What is wrong with keeping data on this machine, as the worker found. */
  trouble: TroubleWatch
  /**
   * Opens the panel on a conversation (null: the list), in its reply box where that is said. Must be called inside the
   * click; closes the popup it is called from.
   */
  openInbox(conversationId: string | null, at?: 'reply'): void
  /** Opens the options, at a section where one is named. */
  openOptions(section?: OptionsSection): void
  /**
   * The user is changing what pages paint first. Called before it is written: a page opened from then on waits for its
   * database rather than show what was, until the worker has looked.
   */
  forgetFirstScreen(): void
  /** Puts a text on the clipboard; must be called soon after a click. Rejects where the browser does not let it. */
  copyText(text: string): Promise<void>
  /** Tells what another page asked this panel to show; returns the way to stop listening. */
  onWish(show: (route: Route) => void): () => void
  /** Says that this page shows a conversation, so that nobody is notified of it, until the returned function is called. */
  showing(conversationId: string): () => void
  saveFile(name: string, type: string, content: string | Blob): void
  /** Asks the browser for access to the API host; must be called inside the click. */
  requestHostAccess(): Promise<boolean>
  hasHostAccess(): Promise<boolean>
  /** When the inbox is looked at next by itself, local ms; null where that is not planned. */
  nextPollAt(): Promise<number | null>
  version: string
  /** Whether a notification can be shown without its sound; elsewhere what is chosen about that changes nothing. */
  silencesNotices: boolean
}
