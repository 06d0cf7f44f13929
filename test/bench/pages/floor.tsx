import Dexie from 'dexie'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Conversation } from '../../../lib/domain/conversation.ts'
import type { Message } from '../../../lib/domain/message.ts'

/*
 * The least a page of this kind costs: React and Dexie, 20 rows read by the index the product reads them by, painted as
 * plain text. `floor.html` shows unread conversations, `floor.html#<conversation id>` the newest messages of a thread.
 */
const ROWS = 20
const { minKey, maxKey } = Dexie
const db = new Dexie('parley')
const thread = decodeURIComponent(location.hash.slice(1))

interface Row {
  id: string
  title: string
  text: string
  at: number
}

async function read(): Promise<Row[]> {
  await db.open()
  if (thread === '') {
    const rows: Conversation[] = await db
      .table('conversations')
      .where('[unread+lastActivityAt]')
      .between([1, minKey], [1, maxKey])
      .reverse()
      .limit(ROWS)
      .toArray()
    return rows.map(({ id, title, preview, lastActivityAt }) => ({
      id,
      title,
      text: preview?.text ?? '',
      at: lastActivityAt,
    }))
  }
  const rows: Message[] = await db
    .table('messages')
    .where('[conversationId+sentAt+key]')
    .between([thread, minKey], [thread, maxKey])
    .reverse()
    .limit(ROWS)
    .toArray()
  return rows.map(({ id, senderName, text, sentAt }) => ({ id, title: senderName ?? '', text, at: sentAt }))
}

function List() {
  const [rows, setRows] = useState<Row[]>([])
  useEffect(() => {
    read().then(setRows)
  }, [])
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          {row.title} <span>{row.text}</span> <time>{new Date(row.at).toLocaleTimeString()}</time>
        </li>
      ))}
    </ul>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<List />)
