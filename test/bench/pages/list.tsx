import Dexie from 'dexie'
import { useLayoutEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { Message } from '../../../lib/domain/message.ts'

/*
 * The least that scrolling back can cost: the same rows, all in memory, in a virtual list to which nothing is added.
 * `list.html#<conversation id>?<how many>`.
 */
const BUFFER = 600
const { minKey, maxKey } = Dexie
const [thread = '', count = '0'] = decodeURIComponent(location.hash.slice(1)).split('?')

async function read(): Promise<Message[]> {
  const db = await new Dexie('parley').open()
  const rows: Message[] = await db
    .table('messages')
    .where('[conversationId+sentAt+key]')
    .between([thread, minKey], [thread, maxKey])
    .reverse()
    .limit(Number(count))
    .toArray()
  db.close()
  return rows.reverse()
}

function List({ rows }: { rows: Message[] }) {
  const list = useRef<VirtualizerHandle>(null)
  useLayoutEffect(() => list.current?.scrollToIndex(rows.length - 1, { align: 'end' }), [rows])
  return (
    <div role="log">
      <p>Beginning of conversation</p>
      <Virtualizer ref={list} data={rows} bufferSize={BUFFER}>
        {(row) => (
          <article key={row.id}>
            {row.senderName} {row.text} <time>{new Date(row.sentAt).toLocaleTimeString()}</time>
          </article>
        )}
      </Virtualizer>
    </div>
  )
}

const root = document.getElementById('root')
if (root) {
  const rows = await read()
  createRoot(root).render(<List rows={rows} />)
}
