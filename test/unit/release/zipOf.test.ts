import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import { filesBelow } from '../../../release/filesBelow.ts'
import { zipOf } from '../../../release/zipOf.ts'

async function makeFolder(files: Record<string, string>, changedAt: Date) {
  const folder = await mkdtemp(join(tmpdir(), 'zip-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'inside'))
  for (const [path, content] of Object.entries(files)) {
    await writeFile(join(folder, path), content)
    await utimes(join(folder, path), changedAt, changedAt)
  }
  return folder
}

test('the same files are the same bytes, whenever they were made and in whatever order they are named', async () => {
  const files = { 'b.txt': 'second', 'a.txt': 'first', 'inside/c.txt': 'third' }
  const one = await makeFolder(files, new Date(2020, 0, 1))
  const two = await makeFolder(files, new Date(2026, 5, 1))
  const zip = zipOf(one, filesBelow(one))
  expect(zipOf(two, filesBelow(two).toReversed())).toEqual(zip)
  const unpacked = Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)])
  expect(unpacked).toEqual([
    ['a.txt', 'first'],
    ['b.txt', 'second'],
    ['inside/c.txt', 'third'],
  ])
})

test('another content is other bytes', async () => {
  const one = await makeFolder({ 'a.txt': 'first' }, new Date(2020, 0, 1))
  const two = await makeFolder({ 'a.txt': 'fisrt' }, new Date(2020, 0, 1))
  expect(zipOf(two, ['a.txt'])).not.toEqual(zipOf(one, ['a.txt']))
})
