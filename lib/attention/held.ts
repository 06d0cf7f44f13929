import { readMemo, writeMemo } from '../browser/memo.ts'

const MEMO = 'heldMessages'
/** However long a screen stays locked; the badge counts what goes beyond. */
const MOST = 500

/** Keeps the ids of new messages until somebody is there to be told. They end with the browser. */
export async function hold(messageIds: readonly string[]): Promise<void> {
  const held = [...(await readHeld()), ...messageIds]
  await writeMemo(MEMO, held.slice(-MOST))
}

/** The ids kept so far, each handed out once. */
export async function takeHeld(): Promise<string[]> {
  const held = await readHeld()
  // Forgotten first: better lost than told twice.
  if (held.length > 0) await writeMemo(MEMO, [])
  return held
}

async function readHeld(): Promise<string[]> {
  const held = await readMemo(MEMO)
  return Array.isArray(held) ? held.filter((id) => typeof id === 'string') : []
}
