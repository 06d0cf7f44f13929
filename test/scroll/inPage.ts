import type { Page } from 'playwright-core'
import type { PageHooks } from './page/main.tsx'

/** Notes for every painted frame whether nothing, the newest message at the end, or something else is in view. */
export async function watchFirstFrames(page: Page): Promise<void> {
  await page.addInitScript(`
    window.seen = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const log = document.querySelector('[role=log]');
      const articles = [...(log?.querySelectorAll('article') ?? [])];
      const frame = log?.getBoundingClientRect();
      const shown = articles.filter((a) => {
        const box = a.getBoundingClientRect();
        return box.bottom > frame.top && box.top < frame.bottom && getComputedStyle(a).visibility !== 'hidden';
      });
      const last = shown.at(-1);
      seen.push(!last ? 'none' : last.textContent.includes('#399 ') && last.getBoundingClientRect().bottom <= frame.bottom ? 'newest' : 'other:' + last.textContent.slice(0, 24));
    };
    const frame = () => { port2.postMessage(0); requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
  `)
}

export function arrive(page: Page, text: string): Promise<void> {
  return page.evaluate(async (text) => {
    const { db, conversationId, makeMessage } = (window as unknown as { parley: PageHooks }).parley
    await db.messages.put(makeMessage({ conversationId, sentAt: Date.now(), text, key: `new-${Date.now()}` }))
  }, text)
}

/** What the worker does when the API took the reply: message in, reply out, in one transaction. */
export function deliver(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const { db, conversationId, makeMessage } = (window as unknown as { parley: PageHooks }).parley
    await db.transaction('rw', db.messages, db.outbox, async () => {
      const send = (await db.outbox.toArray()).find((row) => row.kind === 'send')
      if (send?.kind !== 'send') throw new Error('No reply to deliver')
      const change = { sentAt: Date.now(), own: true, text: send.text, intentId: send.id }
      await db.messages.put(makeMessage({ conversationId, key: 'delivered', ...change }))
      await db.outbox.delete(send.id)
    })
  })
}

export function fromEnd(page: Page): Promise<number> {
  return page.evaluate(() => {
    const log = document.querySelector('[role=log]') as HTMLElement
    return log.scrollHeight - log.scrollTop - log.clientHeight
  })
}

export function anchor(page: Page): Promise<{ text: string; top: number }> {
  return page.evaluate(() => {
    const middle = innerHeight / 2
    const article = [...document.querySelectorAll('article')].find(
      (a) => a.getBoundingClientRect().top > middle,
    )
    return { text: article?.textContent ?? '', top: article?.getBoundingClientRect().top ?? 0 }
  })
}

export function anchorTop(page: Page, text: string): Promise<number> {
  return page.evaluate((text) => {
    const article = [...document.querySelectorAll('article')].find((a) => a.textContent === text)
    return article?.getBoundingClientRect().top ?? Number.NaN
  }, text)
}

/** Until nothing has moved for ten frames. */
export function quiet(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const log = document.querySelector('[role=log]')
    let still = 0
    let before = ''
    while (still < 10) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const now = `${log?.scrollTop} ${log?.scrollHeight} ${log?.clientHeight}`
      still = now === before ? still + 1 : 0
      before = now
    }
  })
}
