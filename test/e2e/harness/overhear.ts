import type { Harness } from './harness.ts'

/** What was said between pages and worker, and on any console, since somebody listens. */
export interface Overheard {
  /** Everything, each as one text. */
  all(): string[]
  /** The names of the commands among it. */
  commands(): string[]
}

const MARK = 'harness:overheard '

/**
 * Listens to the messages between pages and worker, to what broadcast channels carry, and to all consoles. The probe
 * hears what any context sends, as every page of the extension does; answers are noted by the pages opened from now on.
 */
export async function overhear(harness: Harness): Promise<Overheard> {
  const heard: string[] = []
  harness.listenToConsoles((text) => heard.push(text))
  await harness.context.addInitScript((mark) => {
    // Firefox gives a page its browser's APIs a moment later, yet before the page's own code.
    if (globalThis.chrome?.runtime) listen()
    else document.addEventListener('readystatechange', listen, { once: true })

    function listen() {
      const { runtime } = (globalThis as { browser?: typeof chrome }).browser ?? globalThis.chrome ?? {}
      if (!runtime?.sendMessage) return
      const send = runtime.sendMessage.bind(runtime) as (...all: unknown[]) => unknown
      Object.assign(runtime, {
        // A method: some compilers wrap a function kept in a constant or property with a helper of their own.
        sendMessage(...all: unknown[]) {
          const answer = send(...all)
          void Promise.resolve(answer).then(
            (value) => console.debug(mark + JSON.stringify(value)),
            () => undefined,
          )
          return answer
        },
      })
    }
  }, MARK)
  await harness.probe.evaluate((mark) => {
    chrome.runtime.onMessage.addListener((message) => console.debug(mark + JSON.stringify(message)))
    // The channel on which the contexts tell each other what changed in the database.
    const channel = new BroadcastChannel('x-storagemutated-1')
    channel.onmessage = ({ data }) => console.debug(mark + JSON.stringify(data))
  }, MARK)
  return {
    all: () => heard,
    commands: () =>
      heard.flatMap((text) => {
        const said: unknown = text.startsWith(MARK) ? JSON.parse(text.slice(MARK.length) || 'null') : null
        const { command } = (said ?? {}) as { command?: unknown }
        return typeof command === 'string' ? [command] : []
      }),
  }
}
