import { WebSocket } from 'ws'
import { OWN_PATH } from './relayNames.ts'

interface Answer {
  readonly id: number
  readonly error?: string
  readonly message?: string
  readonly result?: {
    readonly contexts?: readonly { readonly context: string }[]
    readonly type?: string
    readonly result?: { readonly value?: unknown }
    readonly exceptionDetails?: { readonly text: string }
  }
}

/** The part of Firefox that pages cannot reach: windows, notifications, the sidebar, the life of extensions. */
export class ChromeScope {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  #context = ''
  #lastId = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.onmessage = ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer
      this.#waiting.get(answer.id)?.(answer)
      this.#waiting.delete(answer.id)
    }
    socket.onclose = () => {
      for (const [id, answer] of this.#waiting) answer({ id, error: 'closed', message: 'Firefox has quit' })
      this.#waiting.clear()
    }
  }

  /** Whether nothing can be asked any more. */
  get closed(): boolean {
    return this.#socket.readyState !== WebSocket.OPEN
  }

  /** Connects through the relay on that port. */
  static async connect(port: number): Promise<ChromeScope> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${OWN_PATH}`)
    await new Promise((resolve, reject) => {
      socket.onopen = resolve
      socket.onerror = () => reject(new Error('No way into Firefox: the relay does not answer'))
    })
    const scope = new ChromeScope(socket)
    const { result } = await scope.#send('browsingContext.getTree', { 'moz:scope': 'chrome' })
    scope.#context = result?.contexts?.[0]?.context ?? ''
    return scope
  }

  /** Evaluates an expression there and returns its value, which has to be a text, a number, a truth value or nothing. */
  async evaluate<Value extends string | number | boolean | undefined>(expression: string): Promise<Value> {
    const { result } = await this.#send('script.evaluate', {
      expression,
      target: { context: this.#context },
      awaitPromise: true,
    })
    if (result?.exceptionDetails) throw new Error(`Firefox: ${result.exceptionDetails.text} (${expression})`)
    return result?.result?.value as Value
  }

  close(): void {
    this.#socket.close()
  }

  async #send(method: string, params: Record<string, unknown>): Promise<Answer> {
    const id = ++this.#lastId
    const answer = await new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve)
      this.#socket.send(JSON.stringify({ id, method, params }))
    })
    if (answer.error) throw new Error(`Firefox: ${answer.error}: ${answer.message}`)
    return answer
  }
}
