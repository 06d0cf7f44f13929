import Dexie from 'dexie'
import type { Message } from '../../../lib/domain/message.ts'

export interface Scanner {
  /** Reads every text there is into memory, in lower case. */
  load(): Promise<number>
  /** How long (ms) one look through all of them takes. */
  scan(word: string): number
}

let texts: string[] = []

const scanner: Scanner = {
  async load() {
    const db = await new Dexie('parley').open()
    const rows: Message[] = await db.table('messages').orderBy('sentAt').reverse().toArray()
    db.close()
    texts = rows.map(({ senderName, text }) => `${senderName ?? ''} ${text}`.toLowerCase())
    return texts.length
  },
  scan(word) {
    const began = performance.now()
    const found = texts.filter((text) => text.includes(word))
    const ms = performance.now() - began
    if (found.length === 0) throw new Error(`No message holds ${word}`)
    return ms
  },
}

Object.assign(window, { scanner })
