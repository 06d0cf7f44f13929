import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { ExportFormat } from '../../../../lib/domain/export/writers.ts'
import { countToExport, exportPieces } from '../../../../lib/store/export/exportMessages.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'
import { openDatabase } from '../../../fixtures/openDatabase.ts'

const AT = '2026-03-01T10:00:00.000Z'

async function world(messages: number) {
  const db = openDatabase()
  const account = makeAccount({ id: 'account-1', name: 'Mira Holt' })
  const [one, two] = [1, 2].map((at) =>
    makeConversation({ accountId: account.id, key: `t${at}`, title: `Person ${at}`, lastActivityAt: at }),
  )
  if (!one || !two) throw new Error('No conversations')
  await db.accounts.add(account)
  await db.conversations.bulkAdd([one, two])
  const rows = Array.from({ length: messages }, (_, at) =>
    // Several of one millisecond, which a page must not cut.
    makeMessage({
      conversationId: one.id,
      text: `=Text ${at}`,
      sentAt: 1_000 + Math.floor(at / 3),
      own: at % 2 === 0,
    }),
  )
  await db.messages.bulkAdd([...rows, makeMessage({ conversationId: two.id, text: 'Elsewhere', sentAt: 5 })])
  await db.labels.add({ id: 'l', name: 'Later', hue: 1 })
  return { db, one, rows }
}

async function written(db: Parameters<typeof exportPieces>[0], format: ExportFormat, id: string | null) {
  let text = ''
  let messages = 0
  for await (const piece of exportPieces(db, format, id, AT)) {
    text += piece.text
    messages += piece.messages
  }
  return { text, messages }
}

test('everything as JSON: each row once, and what the user made', async () => {
  const { db, rows } = await world(1_203)
  const { text, messages } = await written(db, 'json', null)
  const content = JSON.parse(text)
  expect(content).toMatchObject({ format: 'parley-export', version: 1, exportedAt: AT })
  expect(content.accounts).toEqual([{ id: 'account-1', name: 'Mira Holt', publicId: expect.anything() }])
  expect(content.conversations).toHaveLength(2)
  expect(new Set(content.messages.map((row: { id: string }) => row.id)).size).toBe(1_204)
  expect(content.messages.filter((row: { text: string }) => row.text !== 'Elsewhere')).toHaveLength(
    rows.length,
  )
  expect(content.labels).toEqual([{ id: 'l', name: 'Later', hue: 1 }])
  expect(messages).toBe(await countToExport(db, null))
})

test('one conversation as JSON holds nothing of another, and nothing else', async () => {
  const { db, one } = await world(10)
  const content = JSON.parse((await written(db, 'json', one.id)).text)
  expect(content.conversations.map((row: { id: string }) => row.id)).toEqual([one.id])
  expect(content.messages).toHaveLength(10)
  expect(content.labels).toBeUndefined()
  expect(await countToExport(db, one.id)).toBe(10)
})

test('as CSV: a line a message under the names of the columns, and no formula', async () => {
  const { db } = await world(700)
  const { text } = await written(db, 'csv', null)
  expect(text.startsWith('\uFEFF')).toBe(true)
  const { data } = Papa.parse<Record<string, string>>(text.slice(1).trimEnd(), { header: true })
  expect(data).toHaveLength(701)
  expect(data.find((row) => row.Text === "'=Text 0")).toMatchObject({
    Time: '1970-01-01T00:00:01.000Z',
    Account: 'Mira Holt',
    Conversation: 'Person 1',
    From: 'Mira Holt',
    Direction: 'out',
  })
})

test('as Markdown: a heading a conversation, newest activity first', async () => {
  const { db } = await world(2)
  const { text } = await written(db, 'markdown', null)
  expect(text.match(/^# .*/gm)).toEqual(['# Person 2', '# Person 1'])
  expect(text).toContain('**Mira Holt**, 1970-01-01T00:00:01.000Z\n\n\\=Text 0\n')
})

test('an empty database exports as something that is valid', async () => {
  const db = openDatabase()
  expect(JSON.parse((await written(db, 'json', null)).text)).toMatchObject({
    messages: [],
    conversations: [],
  })
  expect((await written(db, 'markdown', null)).text).toBe('')
})
