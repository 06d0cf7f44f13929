import { inVault, readMemory, writeUsedAt } from './keyStorage.ts'
import { lockIfDue } from './vault.ts'

/** Noting each key press would be much writing for a lock that counts in minutes. */
const NOTE_EVERY_MS = 20_000

/**
 * Notes when this page was last used by hand, for the auto-lock: opening it and typing or pointing in it count, what it
 * does by itself does not.
 */
export function noteUseOfPage(): void {
  let notedAt = 0
  const note = () => {
    const now = Date.now()
    if (Math.abs(now - notedAt) < NOTE_EVERY_MS) return
    notedAt = now
    void noteUse(now).catch(() => undefined)
  }
  note()
  for (const type of ['pointerdown', 'keydown']) {
    document.addEventListener(type, note, { capture: true, passive: true })
  }
}

/** A lock that is due is not put off: after a night's sleep the first touch may come before the alarm. */
async function noteUse(now: number): Promise<void> {
  if (await lockIfDue(now)) return
  await inVault(async () => {
    if ((await readMemory()).key !== null) await writeUsedAt(now)
  })
}
