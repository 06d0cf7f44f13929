import browser, { type Runtime } from 'webextension-polyfill'
import type { CommandName, Outcome, SendCommand } from '../commands/protocol.ts'
import type { FailureKind } from '../domain/failure.ts'

/** Sends a command to the worker. A worker that gives no answer is a failure like any other. */
export const sendCommand: SendCommand = async <N extends CommandName>(command: N, request: object) => {
  try {
    const outcome = (await browser.runtime.sendMessage({ command, request })) as Outcome<N> | undefined
    return outcome ?? noAnswer
  } catch {
    return noAnswer
  }
}

const noAnswer = {
  ok: false as const,
  failure: { kind: 'unknown' as FailureKind, detail: null, status: null, retryAt: null },
}

type Answer = (outcome: unknown) => void

/**
 * The one listener of the worker. Only pages of this extension are answered: there is no other sender it could be,
 * and that stays checked. Anybody else hears nothing, not even that somebody listens.
 */
export function onCommand(handle: (message: unknown) => Promise<unknown>): void {
  const listener = (message: unknown, sender: Runtime.MessageSender, answer: Answer) => {
    if (!isOwnPage(sender)) return undefined
    handle(message).then(answer, () => answer(undefined))
    // Keeps the line open; a promise in its place not every Chromium understands.
    return true
  }
  // Its type knows listeners that always answer and such that never do.
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback)
}

/**
 * A script inside a web page carries our id too, but that page's address; a page of ours that was put into a sandbox
 * carries our address, but another origin. Firefox before 126 tells no origin.
 */
function isOwnPage({ id, url, origin }: Runtime.MessageSender & { origin?: string }): boolean {
  const own = browser.runtime.getURL('')
  const sameOrigin = origin === undefined || `${origin}/` === own
  return id === browser.runtime.id && url?.startsWith(own) === true && sameOrigin
}
