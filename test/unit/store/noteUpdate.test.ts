import { expect, test } from 'vitest'
import { noteUpdate } from '../../../lib/store/commits/noteUpdate.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { readSettings } from '../../../lib/store/queries/settings.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'

async function connected() {
  const db = openDatabase()
  await saveSetting(db, 'connectedAt', 1)
  return db
}

test('an update with news is kept until the user took note of it', async () => {
  const db = await connected()
  await noteUpdate(db, '0.0.9', '0.1.0')
  expect((await readSettings(db)).updatedFrom).toBe('0.0.9')
})

test('nobody is told who is not connected yet', async () => {
  const db = openDatabase()
  await noteUpdate(db, '0.0.9', '0.1.0')
  expect((await readSettings(db)).updatedFrom).toBe('')
})

test('a correction or a reload says nothing', async () => {
  const db = await connected()
  await noteUpdate(db, '0.1.0', '0.1.1')
  await noteUpdate(db, '0.1.0', '0.1.0')
  expect((await readSettings(db)).updatedFrom).toBe('')
})

test('news nobody took note of is not lost by another update', async () => {
  const db = await connected()
  await saveSetting(db, 'updatedFrom', '0.0.1')
  await noteUpdate(db, '0.0.9', '0.1.0')
  expect((await readSettings(db)).updatedFrom).toBe('0.0.1')
})
