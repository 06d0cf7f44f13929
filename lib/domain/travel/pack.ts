import { bytesOf, type Items, itemsOf, keysOf, LIMITS } from './items.ts'
import type { TravelRecord } from './TravelRecord.ts'

/** What to write so that records are where the others look for them, and what there is no room for. */
interface Packed {
  set: Items
  remove: string[]
  /** Ids of the records that stay out; what an earlier exchange put there of them stays too. */
  leftOut: string[]
}

/** What goes first where there is not room for all. */
const ORDER = ['settings/', 'labels/', 'snippets/']

/** Puts records in beside what is stored, as far as the browser's limits allow: deletions first, the longest last. */
export function pack(stored: Items, give: readonly TravelRecord[]): Packed {
  const sizes = new Map(Object.entries(stored).map(([key, value]) => [key, bytesOf(key, value)]))
  let bytes = sum(sizes.values())
  const set: Items = {}
  const remove: string[] = []
  const leftOut: string[] = []
  for (const { id, items, own } of inOrder(give)) {
    const before = keysOf(stored, id)
    const after = bytes + sum(own.values()) - sum(before.map((key) => sizes.get(key) ?? 0))
    const count = sizes.size + own.size - before.length
    if (after > LIMITS.all || count > LIMITS.items) {
      leftOut.push(id)
      continue
    }
    bytes = after
    for (const key of before) sizes.delete(key)
    for (const [key, size] of own) sizes.set(key, size)
    Object.assign(set, items)
    remove.push(...before.filter((key) => !own.has(key)))
  }
  return { set, remove, leftOut }
}

function inOrder(give: readonly TravelRecord[]) {
  const all = give.map((record) => {
    const items = itemsOf(record)
    const own = new Map(Object.entries(items).map(([key, value]) => [key, bytesOf(key, value)]))
    const rank = record.content === null ? -1 : ORDER.findIndex((start) => record.id.startsWith(start))
    return { id: record.id, items, own, rank, size: sum(own.values()) }
  })
  return all.sort((a, b) => a.rank - b.rank || a.size - b.size)
}

function sum(sizes: Iterable<number>): number {
  let total = 0
  for (const size of sizes) total += size
  return total
}
