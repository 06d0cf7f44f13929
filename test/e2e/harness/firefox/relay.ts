import { spawn } from 'node:child_process'
import process from 'node:process'
import { WebSocket, WebSocketServer } from 'ws'
import { OWN_PATH, RELAY_FIREFOX, RELAY_PORT } from './relayNames.ts'

// What Playwright starts in place of Firefox: starts it, and stands between the two. It answers for Firefox what that does
// not know, and lets the harness say things of its own in the one session that Firefox allows.

interface Message {
  readonly id?: number
  readonly error?: string
}

interface Command {
  readonly id: number
  readonly method: string
  readonly params: { readonly context?: string }
}

// The numbers of commands that are not Playwright's begin far above those it counts, and below the few it has for closing.
/** The harness's own. */
const HARNESS_IDS = 2 ** 40
/** The relay's. */
const RELAY_IDS = 2 ** 45

const TYPED = "void document.execCommand('insertText', false, $1)"

const firefox = spawn(process.env[RELAY_FIREFOX] ?? '', process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
})
firefox.stderr.on('data', (chunk: Buffer) => {
  const text = chunk.toString()
  const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(text)?.[1]
  if (address) relayTo(address)
  else process.stderr.write(text)
})
firefox.on('exit', (code) => process.exit(code ?? 0))
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => firefox.kill(signal))

function relayTo(address: string): void {
  const port = Number(process.env[RELAY_PORT])
  const server = new WebSocketServer({ host: '127.0.0.1', port })
  const browser = new WebSocket(`${address}/session`, { perMessageDeflate: false })
  /** What Playwright asked and Firefox has not answered. */
  const methods = new Map<number, string>()
  /** What the relay asked and Firefox has not answered. */
  const asked = new Map<number, () => void>()
  let lastId = RELAY_IDS
  let playwright: WebSocket | undefined
  let harness: WebSocket | undefined

  function ask(method: string, params: object): Promise<void> {
    const id = ++lastId
    browser.send(JSON.stringify({ id, method, params }))
    return new Promise((resolve) => asked.set(id, resolve))
  }

  browser.on('open', () => process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${port}\n`))
  browser.on('close', () => server.close())
  browser.on('message', (data) => {
    const text = String(data)
    const message = JSON.parse(text) as Message
    const { id = 0 } = message
    const answer = asked.get(id)
    if (answer) {
      asked.delete(id)
      answer()
    } else if (id > HARNESS_IDS && id < RELAY_IDS) {
      harness?.send(JSON.stringify({ ...message, id: id - HARNESS_IDS }))
    } else {
      playwright?.send(isForgiven(message) ? JSON.stringify({ type: 'success', id, result: {} }) : text)
      methods.delete(id)
    }
  })

  /** How a page is to look is asked of every new page; what an older Firefox cannot do is left as it is. */
  function isForgiven({ id = 0, error }: Message): boolean {
    return error === 'unknown command' && methods.get(id)?.startsWith('emulation.') === true
  }

  server.on('connection', (socket, { url }) => {
    if (url === OWN_PATH) {
      harness = socket
      socket.on('message', (data) => {
        const command = JSON.parse(String(data)) as Command
        browser.send(JSON.stringify({ ...command, id: command.id + HARNESS_IDS }))
      })
    } else {
      playwright = socket
      socket.on('message', (data) => void passOn(String(data)))
    }
  })

  /** Hands Playwright's command on, in words that Firefox carries out for pages of an extension too. */
  async function passOn(said: string): Promise<void> {
    // Playwright fills a box by its `value`, behind which React sees no typing; so it is typed as the editor does.
    const text = said.replace(/window\.__pw_bidiInsertText\((\w+)\)/, TYPED)
    const command = JSON.parse(text) as Command
    const { context } = command.params
    methods.set(command.id, command.method)
    if (command.method === 'browsingContext.close') {
      // It never ends closing such a page; one that has left it closes at once.
      await ask('browsingContext.navigate', { context, url: 'about:blank', wait: 'complete' })
    }
    browser.send(text)
  }
}
