import type { Calm } from '../domain/calm.ts'
import type { Looks } from '../domain/looks.ts'
import { forgetMemo, readMemo, writeMemo } from './memo.ts'

const ID = 'calmId'
const CALM = 'calm'
const LOOKS = 'looks'

/** Opens the note: what is found calm from here on holds until somebody takes it away. */
export function beginCalm(id: string): Promise<void> {
  return writeMemo(ID, id)
}

/** Keeps what was found; worth nothing unless the note it names is still there, and so never in the way of who took it away. */
export function keepCalm(calm: Calm): Promise<void> {
  return writeMemo(CALM, calm)
}

/** What was found holds no longer: somebody is about to write, or may be. */
export function endCalm(): Promise<void> {
  return forgetMemo(ID)
}

/** What was found calm and still holds, or null; and what the looks since then have to tell. */
export async function readCalm(): Promise<{ calm: Calm | null; looks: Looks | null }> {
  const [id, kept, looks] = await Promise.all([readMemo(ID), readMemo(CALM), readMemo(LOOKS)])
  const calm = kept as Calm | undefined
  return { calm: calm && calm.id === id ? calm : null, looks: (looks ?? null) as Looks | null }
}

export function keepLooks(looks: Looks): Promise<void> {
  return writeMemo(LOOKS, looks)
}

/** What looks have to tell, each once. */
export async function takeLooks(): Promise<Looks | null> {
  const { looks } = await readCalm()
  if (looks) await forgetMemo(LOOKS)
  return looks
}
