import type { CDPSession } from 'playwright-core'
import type { Problems } from '../problems.ts'

interface ProtocolMessage {
  readonly method?: string
  readonly params?: {
    readonly entry?: { readonly level: string; readonly source: string; readonly text: string }
    readonly exceptionDetails?: {
      readonly text: string
      readonly exception?: { readonly description?: string; readonly value?: unknown }
    }
  }
}

/**
 * Uncaught errors, unhandled rejections and policy violations inside service workers. Playwright reports only what
 * a worker writes to its console, and opens no session on a worker, so this talks to the target through the
 * browser's session. The session outlives stops and restarts of the worker.
 */
export class WorkerLog {
  readonly #attached = new Set<string>()
  readonly #debug: CDPSession
  #nextId = 1

  constructor(debug: CDPSession, problems: Problems) {
    this.#debug = debug
    debug.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { method, params } = JSON.parse(message) as ProtocolMessage
      if (method === 'Runtime.exceptionThrown' && params?.exceptionDetails) {
        const { text, exception } = params.exceptionDetails
        problems.add(
          'worker',
          'exception',
          `${text} ${exception?.description ?? String(exception?.value ?? '')}`,
        )
      }
      if (method === 'Log.entryAdded' && params?.entry?.level === 'error') {
        problems.add('worker', params.entry.source === 'network' ? 'network' : 'console', params.entry.text)
      }
    })
  }

  /** Listens to every running worker of that scope that is not listened to yet. */
  async attach(scopeURL: string): Promise<void> {
    const { targetInfos } = await this.#debug.send('Target.getTargets')
    for (const { targetId, type, url } of targetInfos) {
      if (type !== 'service_worker' || !url.startsWith(scopeURL) || this.#attached.has(targetId)) continue
      this.#attached.add(targetId)
      const { sessionId } = await this.#debug.send('Target.attachToTarget', { targetId, flatten: false })
      for (const method of ['Runtime.enable', 'Log.enable']) {
        const message = JSON.stringify({ id: this.#nextId++, method })
        await this.#debug.send('Target.sendMessageToTarget', { sessionId, message })
      }
    }
  }
}
