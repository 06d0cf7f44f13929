import { onTestFinished } from 'vitest'
import { bytesOf, type Items, LIMITS } from '../../../../lib/domain/travel/items.ts'
import { Database } from '../../../../lib/store/database.ts'
import { saveSetting } from '../../../../lib/store/intents/settings.ts'
import { exchange } from '../../../../lib/sync/exchange.ts'

let made = 0

/** What browsers keep for all computers of a user. */
export type Cloud = Map<string, unknown>

/**
 * A computer: a real database, and synced storage as browsers have it, with its limits. What is written goes up, and what
 * others wrote comes down, item by item, whenever the browser gets to it; the last to reach the cloud wins an item.
 */
export function makeMachine(cloud: Cloud, now: () => number = () => Date.now()) {
  const db = new Database(`machine-${++made}`)
  onTestFinished(() => db.delete())
  let items: Items = {}
  let waiting = new Map<string, unknown>()
  let calls = 0
  let fault: Error | null = null
  let afterRead = () => {}

  const put = (changes: Items) => {
    calls++
    if (fault) throw fault
    const next = Object.fromEntries(
      Object.entries({ ...items, ...changes }).filter(([, value]) => value !== undefined),
    )
    const sizes = Object.entries(next).map(([key, value]) => bytesOf(key, value))
    const total = sizes.reduce((sum, size) => sum + size, 0)
    if (Math.max(...sizes, 0) > LIMITS.item || total > LIMITS.all || sizes.length > LIMITS.items) {
      throw new Error('QUOTA_BYTES quota exceeded')
    }
    items = next
    for (const [key, value] of Object.entries(changes)) waiting.set(key, value)
  }
  const gone = (keys: string[]) => Object.fromEntries(keys.map((key) => [key, undefined]))
  const area = {
    async read() {
      const read = structuredClone(items)
      afterRead()
      return read
    },
    write: async (changes: Items) => put(structuredClone(changes)),
    remove: async (keys: string[]) => put(gone(keys)),
    clear: async () => put(gone(Object.keys(items))),
  }
  const deps = { db, now, area }

  return {
    db,
    deps,
    items: () => items,
    /** Writes to synced storage so far. */
    calls: () => calls,
    breakWith(error: Error | null) {
      fault = error
    },
    turn: (on: boolean) => saveSetting(db, 'travels', on),
    /** @param meanwhile happens after synced storage was read and before it is written */
    async exchange(meanwhile: () => void = () => {}): Promise<number> {
      afterRead = meanwhile
      try {
        return await exchange(deps)
      } finally {
        afterRead = () => {}
      }
    },
    /** The browser's own sync: all of it, or only of the items for which this is true. */
    sync(isOf: (key: string) => boolean = () => true): void {
      for (const [key, value] of waiting) {
        if (!isOf(key)) continue
        if (value === undefined) cloud.delete(key)
        else cloud.set(key, value)
      }
      waiting = new Map([...waiting].filter(([key]) => !isOf(key)))
      for (const key of new Set([...Object.keys(items), ...cloud.keys()])) {
        if (!isOf(key) || waiting.has(key)) continue
        if (cloud.has(key)) items = { ...items, [key]: cloud.get(key) }
        else items = Object.fromEntries(Object.entries(items).filter(([one]) => one !== key))
      }
    },
    async made() {
      const [labels, snippets, undo] = await Promise.all([
        db.labels.toArray(),
        db.snippets.toArray(),
        db.settings.get('undoSeconds'),
      ])
      return { labels, snippets, undoSeconds: undo?.value }
    },
  }
}

export type Machine = ReturnType<typeof makeMachine>

/** Until no exchange anywhere changes anything, and no browser has anything to bring. */
export async function settle(machines: readonly Machine[]): Promise<void> {
  for (let round = 0; round < 12; round++) {
    const before = machines.map((machine) => machine.calls())
    let changed = 0
    for (const machine of machines) {
      machine.sync()
      changed += await machine.exchange()
    }
    for (const machine of machines) machine.sync()
    if (changed === 0 && machines.every((machine, at) => machine.calls() === before[at])) return
  }
  throw new Error('The machines never come to rest')
}

/** Computers that travel, and know of each other. */
export async function joined(machines: readonly Machine[]): Promise<void> {
  for (const machine of machines) {
    await machine.turn(true)
    machine.sync()
    await machine.exchange()
    machine.sync()
  }
}
