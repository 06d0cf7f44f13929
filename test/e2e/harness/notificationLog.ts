import type { Background } from './browserRun.ts'

/** A call to show a notification, or to change one. */
export interface ShownNotification {
  readonly id: string
  readonly title: string
  readonly message: string
  readonly silent: boolean
}

const MARK = 'harness:notification '

/**
 * Every notification the worker shows, texts included. `notifications.getAll` knows only the ids on show, so one
 * shown twice under the same id looks like one. The calls leave the worker through its console, so that they
 * survive its death. A worker that was restarted has to be listened to again.
 */
export class NotificationLog {
  readonly shown: ShownNotification[] = []

  /** Takes a notification from what was written to a console, if it is one. */
  hear(text: string): void {
    if (text.startsWith(MARK)) this.shown.push(JSON.parse(text.slice(MARK.length)) as ShownNotification)
  }

  /** Wraps the browser's function inside the running worker, once per life of the worker. */
  async listen(worker: Background): Promise<void> {
    await worker.evaluate((mark) => {
      const api = chrome.notifications
      const marked = api as typeof api & { heard?: true }
      if (marked.heard) return
      marked.heard = true
      const create = api.create.bind(api) as (...args: unknown[]) => unknown
      Object.assign(api, {
        // A method: some compilers wrap a function kept in a constant or property with a helper of their own,
        // which the worker does not have.
        create(...args: unknown[]) {
          const [id, options] = typeof args[0] === 'string' ? args : ['', args[0]]
          const { title, message, silent } = options as { title?: string; message?: string; silent?: boolean }
          const shown = { id, title: title ?? '', message: message ?? '', silent: silent === true }
          console.debug(mark + JSON.stringify(shown))
          return create(...args)
        },
      })
    }, MARK)
  }
}
