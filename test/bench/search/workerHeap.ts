import type { Page } from 'playwright-core'

/** Bytes of JavaScript heap in use after a collection: of the page itself, and of its search worker. */
export async function heapsOf(page: Page): Promise<{ page: number; worker: number }> {
  const session = await page.context().newCDPSession(page)
  const answers = new Map<number, (result: { usedSize?: number; backingStorageSize?: number }) => void>()
  let worker: string | undefined
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') worker = sessionId
  })
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message)
    answers.get(id)?.(result)
  })
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  const ask = (id: number, method: string) =>
    new Promise<{ usedSize?: number; backingStorageSize?: number }>((resolve, reject) => {
      answers.set(id, resolve)
      if (!worker) return reject(new Error('There is no search worker'))
      const message = JSON.stringify({ id, method })
      session.send('Target.sendMessageToTarget', { sessionId: worker, message }).catch(reject)
    })
  await session.send('HeapProfiler.collectGarbage')
  await ask(1, 'HeapProfiler.collectGarbage')
  const inPage = (await session.send('Runtime.getHeapUsage')) as Record<string, number>
  const inWorker = await ask(2, 'Runtime.getHeapUsage')
  await session.detach()
  return {
    page: (inPage.usedSize ?? 0) + (inPage.backingStorageSize ?? 0),
    worker: (inWorker.usedSize ?? 0) + (inWorker.backingStorageSize ?? 0),
  }
}
