import type { CDPSession, Page } from 'playwright-core'

interface Heap {
  readonly usedSize: number
  readonly backingStorageSize?: number
}

const MEGABYTE = 1024 * 1024
const PATIENCE_MS = 20_000

/** What JavaScript holds (MB) after a collection, in a page and in all workers it started: objects and array buffers. */
export async function heapUse(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const workers: string[] = []
  session.on('Target.attachedToTarget', ({ sessionId }) => workers.push(sessionId))
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  await session.send('HeapProfiler.collectGarbage')
  let bytes = bytesOf((await session.send('Runtime.getHeapUsage')) as Heap)
  for (const sessionId of workers) {
    await ask(session, sessionId, 'HeapProfiler.collectGarbage')
    bytes += bytesOf((await ask(session, sessionId, 'Runtime.getHeapUsage')) as unknown as Heap)
  }
  await session.detach()
  return bytes / MEGABYTE
}

function bytesOf({ usedSize, backingStorageSize = 0 }: Heap): number {
  return usedSize + backingStorageSize
}

let asked = 0

/** Playwright opens no session on a worker, so this talks to it through the page's. */
function ask(session: CDPSession, sessionId: string, method: string): Promise<Record<string, unknown>> {
  asked += 1
  const id = asked
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`A worker did not answer ${method}`)), PATIENCE_MS)
    const heard = (event: { sessionId: string; message: string }) => {
      const answer = JSON.parse(event.message) as { id?: number; result?: Record<string, unknown> }
      if (event.sessionId !== sessionId || answer.id !== id) return
      clearTimeout(late)
      session.off('Target.receivedMessageFromTarget', heard)
      resolve(answer.result ?? {})
    }
    session.on('Target.receivedMessageFromTarget', heard)
    const message = JSON.stringify({ id, method })
    session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject)
  })
}
