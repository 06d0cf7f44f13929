import { type Kept, type KeyState, keyState } from '../vault/keeping.ts'
import { mayKeep } from '../vault/keyDemand.ts'
import { seal, unseal, WrongPassphraseError } from '../vault/seal.ts'
import type { NewKeeping, Vault } from '../vault/Vault.ts'
import { onKeyChange, readDemand, writeKept, writeMemory, writeOffered } from './keyChange.ts'
import { clearMemory, inVault, readKept, readMemory } from './keyStorage.ts'

/**
 * The vault as a page has it: key and passphrase go from the input to storage and are kept in no variable of it.
 * @param painted when it may look how the key is kept
 */
export function createPageVault(painted: Promise<void>): Vault {
  let state: KeyState | undefined
  const listeners = new Set<() => void>()
  async function look(): Promise<void> {
    const [kept, { key }] = await Promise.all([readKept(), readMemory()])
    const next = keyState(kept, key !== null)
    if (JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    for (const listener of listeners) listener()
  }
  const follow = () => void look().catch(() => undefined)
  void painted.then(() => {
    onKeyChange(follow)
    follow()
  })
  return {
    getState: () => state,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    async unlock(passphrase) {
      const opened = await inVault(() => open(passphrase))
      await look()
      return opened
    },
    async lock() {
      await inVault(async () => {
        // Any other keeping would lose the key for good.
        if ((await readKept())?.keeping === 'sealed') await clearMemory()
      })
      await look()
    },
    async keep(how) {
      const kept = await inVault(() => change(how))
      await look()
      return kept
    },
    async setLockAfter(lockAfter) {
      await inVault(async () => {
        const kept = await readKept()
        if (kept?.keeping === 'sealed') await writeKept({ ...kept, lockAfter })
      })
      await look()
    },
  }
}

/**
 * Lays a key aside to be tried. White space and a pasted `Bearer ` are taken off (contract 0.1). Where the present key
 * is sealed and open, the new one is sealed with the same passphrase.
 * @returns false where that passphrase is wrong
 */
export function offerKey(key: string, passphrase?: string): Promise<boolean> {
  const bare = key.trim().replace(/^Bearer\s+/i, '')
  return inVault(async () => {
    const kept = await readKept()
    if (passphrase === undefined || kept?.keeping !== 'sealed') {
      await writeOffered({ key: bare, sealed: null })
      return true
    }
    if ((await opened(kept, passphrase)) === null) return false
    await writeOffered({ key: bare, sealed: await seal(bare, passphrase) })
    return true
  })
}

async function open(passphrase: string): Promise<boolean> {
  const kept = await readKept()
  if (kept?.keeping !== 'sealed') return kept !== null
  const key = await opened(kept, passphrase)
  if (key !== null) await writeMemory(key)
  return key !== null
}

async function opened(kept: Kept & { keeping: 'sealed' }, passphrase: string): Promise<string | null> {
  try {
    return await unseal(kept.sealed, passphrase)
  } catch (error) {
    if (error instanceof WrongPassphraseError) return null
    throw error
  }
}

// Each way first has the key where it will be, then takes it away from where it was: dying in between loses nothing.
async function change(how: NewKeeping): Promise<boolean> {
  if (!mayKeep(await readDemand(), how.keeping)) return false
  const kept = await readKept()
  const key = kept?.keeping === 'stored' ? kept.key : kept && (await readMemory()).key
  if (!key) return false
  if (how.keeping === 'stored') {
    await writeKept({ keeping: 'stored', key })
    await clearMemory()
    return true
  }
  const { keeping } = how
  const next: Kept =
    keeping === 'memory'
      ? { keeping }
      : { keeping, sealed: await seal(key, how.passphrase), lockAfter: how.lockAfter }
  await writeMemory(key)
  await writeKept(next)
  return true
}
