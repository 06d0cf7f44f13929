import type { BrowserContext, Page } from 'playwright-core'
import type { Problems } from './problems.ts'

/** What a start of a browser needs. */
export interface RunOptions {
  readonly browserPath: string
  readonly extensionDir: string
  readonly userDataDir: string
  readonly headless: boolean
  readonly language?: string | undefined
  readonly problems: Problems
  /** Is told what pages and background write to their consoles. */
  readonly heard: (text: string) => void
}

/** One start of a browser, from launch to exit, and the ways into it. */
export interface BrowserRun {
  readonly context: BrowserContext
  /** Address of the extension, ending with a slash. */
  readonly origin: string
  /** A page of the extension that runs none of its code: see probe.ts. */
  readonly probe: Page
  readonly worker: Background
  /** Opens the popup under the toolbar button. */
  openPopup(): Promise<Page>
  /** The side panel or sidebar, once something has opened it. */
  panelPage(): Promise<Page>
  panelIsOpen(): Promise<boolean>
  /** Takes the network from pages and background, or gives it back. */
  setOffline(offline: boolean): Promise<void>
  /** Clicks a notification, or one of its buttons, counted from 0. */
  clickNotification(id: string, button?: number): Promise<void>
  /**
   * Has the browser put what is in the extension's folder in place of what it has, once something else was put there, as it does
   * with an update. All pages of before are gone, and so is this run: the answer takes its place.
   */
  update(put: () => Promise<void>): Promise<BrowserRun>
  /** The ways to the extension from elsewhere in the browser. */
  readonly doors: Doors
  /** The file that a page saves in the course of some work. */
  savedBy(page: Page, work: () => Promise<void>): Promise<SavedFile>
  /** Absent where the browser lets no test at it. */
  readonly access?: HostAccess
  /** Puts down what administrators decide, or that it is nothing, for the next start. Absent where it is read otherwise. */
  writePolicy?(policy: Readonly<Record<string, unknown>> | null): Promise<void>
  /** Quits the browser. */
  quit(): Promise<void>
}

/** Where something opens, the answer is the page that shows what was asked for. */
export interface Doors {
  /** Chooses the extension's entry in the menu of a link. */
  messageTo(link: string): Promise<Page>
  /** Chooses the extension's entry in the menu of selected words. */
  searchFor(words: string): Promise<Page>
  /** Presses the keys of one of the manifest's commands. */
  press(command: string): Promise<Page>
  /** Enters a text in the address bar, behind the extension's keyword. */
  enterInAddressBar(text: string): Promise<void>
}

export interface SavedFile {
  /** As the page called it. */
  readonly name: string
  readonly path: string
}

/** Whether the extension may reach the API, which is for the user to say. */
export interface HostAccess {
  /** As by the switch on the browser's page of add-ons. */
  takeBack(): Promise<void>
  /** Says yes to the browser's question, once it asks. */
  allow(): Promise<void>
}

/** The life of what runs without a page: a service worker in Chromium, an event page in Firefox. */
export interface Background {
  /** How often it was seen starting and stopping since the browser started. */
  readonly lives: { readonly starts: number; readonly stops: number; readonly running: boolean }
  /** Stops it as the browser does under pressure, and waits until it has really stopped. */
  stop(): Promise<void>
  /** Starts it if it does not run, without any event of the extension. */
  wake(): Promise<unknown>
  /** Evaluates in it, waking it first. */
  evaluate<Result, Arg>(work: (arg: Arg) => Result | Promise<Result>, arg: Arg): Promise<Result>
}
