import type { TravelRecord } from './TravelRecord.ts'
import { rowOf } from './travellers.ts'

/** What lies in the browser's synced storage, by key. */
export type Items = Record<string, unknown>

/** A record, or a piece of one that is too long for one item. */
interface Piece {
  at: number
  /** How many pieces there are. */
  of: number
  /** Of the content's JSON. */
  text: string
}

/** What browsers take: bytes of an item with its key, bytes of all, and how many. */
export const LIMITS = { item: 8_192, all: 102_400, items: 512 } as const

/** Says that settings travel; whoever takes it away ends that for all. */
const MARK = 'parley'

export function isMarked(items: Items): boolean {
  return Object.hasOwn(items, MARK)
}

export function marked(items: Items): Items {
  return { ...items, [MARK]: { version: 1 } }
}

/** The bytes an item counts for. Chromium writes some characters in six. */
export function bytesOf(key: string, value: unknown): number {
  const json = JSON.stringify(value).replaceAll(/[<\u2028\u2029]/g, '\\uXXXX')
  return new TextEncoder().encode(key + json).byteLength
}

/** A record as items. */
export function itemsOf({ id, at, content }: TravelRecord): Items {
  const texts = cut(id, JSON.stringify(content))
  const pieces = texts.map((text, index): [string, Piece] => [
    pieceKey(id, index),
    { at, of: texts.length, text },
  ])
  return Object.fromEntries(pieces)
}

/** The records that items hold. Whatever else lies there is left out. */
export function recordsIn(items: Items): Map<string, TravelRecord> {
  const records = new Map<string, TravelRecord>()
  for (const [id, value] of Object.entries(items)) {
    if (rowOf(id) && isPiece(value))
      records.set(id, { id, at: value.at, content: contentOf(items, id, value) })
  }
  return records
}

/** The keys of all items of a record. */
export function keysOf(items: Items, id: string): string[] {
  return Object.keys(items).filter((key) => key === id || key.startsWith(`${id}#`))
}

function pieceKey(id: string, index: number): string {
  return index === 0 ? id : `${id}#${index}`
}

function cut(id: string, text: string): string[] {
  // As long as the longest piece's key and numbers can become.
  const piece: Piece = { at: Number.MAX_SAFE_INTEGER, of: LIMITS.items, text }
  if (bytesOf(pieceKey(id, LIMITS.items), piece) <= LIMITS.item) return [text]
  const middle = text.length >> 1
  // Storage does not keep half a character.
  const at = /[\uD800-\uDBFF]/.test(text.charAt(middle - 1)) ? middle + 1 : middle
  return [...cut(id, text.slice(0, at)), ...cut(id, text.slice(at))]
}

/** Browsers bring items one by one: pieces of two versions make none. */
function contentOf(items: Items, id: string, { at, of }: Piece): object | null | undefined {
  let json = ''
  for (let index = 0; index < of; index++) {
    const piece = items[pieceKey(id, index)]
    if (!isPiece(piece) || piece.at !== at || piece.of !== of) return undefined
    json += piece.text
  }
  try {
    const content: unknown = JSON.parse(json)
    return typeof content === 'object' && !Array.isArray(content) ? content : undefined
  } catch {
    return undefined
  }
}

function isPiece(value: unknown): value is Piece {
  if (typeof value !== 'object' || value === null) return false
  const { at, of, text } = value as Record<string, unknown>
  return Number.isFinite(at) && Number.isInteger(of) && typeof text === 'string'
}
