import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject, onTestFinished, test } from 'vitest'
import { NEWS } from '../../lib/domain/news.ts'
import { startSandbox } from '../sandbox/sandbox.ts'
import { asVersion1 } from './harness/asVersion1.ts'
import { connectInbox } from './harness/connectInbox.ts'
import type { Harness } from './harness/harness.ts'
import { imported } from './harness/imported.ts'
import { keptTriage } from './harness/keptTriage.ts'
import { launchExtension } from './harness/launch.ts'
import { buildRelease, lastRelease } from './harness/releasedBuild.ts'
import { openThread, writeReply } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'
import { waitUntilKept } from './harness/waitUntilKept.ts'

const BEFORE = '0.0.9'
const AFTER = `${NEWS[0]?.version}.0`
const CORRECTED = `${NEWS[0]?.version}.1`
const UPDATED = 'Parley was updated.'

/** Puts a build, today's unless told otherwise, into a folder, under a version. */
async function putBuild(folder: string, version: string, build = inject('extensionDir')): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await cp(build, folder, { recursive: true })
  const file = join(folder, 'manifest.json')
  const manifest = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...manifest, version }))
}

/** A browser with the version before, and the way to put another in its place. */
async function olderParley(release: string | null) {
  const port = inject('apiPort')
  const build = release ? await buildRelease(release, `http://127.0.0.1:${port}/linkedin`) : undefined
  const sandbox = await startSandbox({
    conversations: 14,
    accounts: 1,
    unread: 0,
    port,
  })
  onTestFinished(() => sandbox.stop())
  const home = await mkdtemp(join(tmpdir(), 'parley-update-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  const folder = join(home, 'extension')
  await putBuild(folder, BEFORE, build)
  const harness = await launchExtension({
    browser: inject('browser'),
    extensionDir: folder,
    browserPath: inject('browserPath'),
  })
  onTestFinished(() => harness.close())
  return { sandbox, harness, update: (version: string) => harness.update(() => putBuild(folder, version)) }
}

interface Row {
  id: string
  key: string
  kind: string
  text: string
  value: unknown
}

/** As browsers count: Dexie counts in tens. */
const VERSION_1 = 10

function databaseVersion(harness: Harness): Promise<number> {
  return harness.probe.evaluate(async () => {
    const known = await indexedDB.databases()
    return known.find(({ name }) => name === 'parley')?.version ?? 0
  })
}

const inOrder = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort()

/** All that must not be lost. */
async function kept(harness: Harness) {
  const { local, indexedDB } = await harness.storageDump()
  const tables = (indexedDB.parley ?? {}) as Record<string, Row[]>
  const { outbox = [], drafts = [], labels = [], snippets = [], settings = [], messages = [] } = tables
  return {
    key: local.apiKey,
    replies: inOrder(outbox.filter(({ kind }) => kind === 'send').map(({ id, text }) => ({ id, text }))),
    drafts: inOrder(drafts),
    labels: inOrder(labels),
    snippets: inOrder(snippets),
    settings: inOrder(settings.filter(({ key }) => key !== 'updatedFrom')),
    triage: (await keptTriage(harness)).sort(),
    messages: messages.map(({ id }) => id).sort(),
  }
}

async function makeSettings(harness: Harness, key: string): Promise<void> {
  const options = await harness.openPage('options.html', { width: 900 })
  await connectInbox(options, key)
  await imported(harness)
  await options.getByRole('switch', { name: /^Compact rows/ }).click()
  await options.getByRole('button', { name: 'Add label' }).click()
  await options.getByLabel('Name', { exact: true }).fill('Candidate')
  await options.getByRole('button', { name: 'Save', exact: true }).click()
  await waitUntilKept(harness, 'settings', { key: 'compact', value: true })
  await waitUntilKept(harness, 'labels', { name: 'Candidate' })
  await options.close()
}

/** Shows the list of a panel in a tab. */
async function openList(harness: Harness): Promise<Page> {
  const panel = await harness.openPage('sidepanel.html#/')
  await panel.getByRole('list', { name: 'Conversations' }).getByRole('listitem').first().waitFor()
  return panel
}

// A clone without tags has no release to begin with: there, what version 1 kept is put in place of what today's code did.
const release = lastRelease()
const older = release ?? 'the database of version 1 on the disk'

test(`an update, from ${older}, loses nothing, keeps the alarms, repeats no notification, and says once what changed`, {
  timeout: 600_000,
}, async () => {
  const { sandbox, harness, update } = await olderParley(release)
  await makeSettings(harness, sandbox.key)
  const [answered, starred, quiet] = sandbox.world
    .conversations()
    .filter(({ channel, people }) => channel === 'inbox' && people.length === 1)
  if (!answered || !starred || !quiet) throw new Error('The world has too few conversations')

  sandbox.receive({ conversation: quiet.key, text: 'Told before the update' })
  await harness.fireAlarm('poll')
  const told = await waitUntil(async () => (await harness.notifications())[0], { what: 'the notification' })
  // Told again, it would be there again.
  await harness.probe.evaluate((id) => chrome.notifications.clear(id), told)
  const other = await openThread(harness, starred.accountId, starred.key)
  await other.getByRole('button', { name: 'Star', exact: true }).click()
  await other.getByRole('button', { name: 'Unstar', exact: true }).waitFor()
  await other.close()
  const thread = await openThread(harness, answered.accountId, answered.key)
  await sandbox.pause()
  await writeReply(thread, 'Written before the update')
  await thread.getByRole('log').getByText('Sending').waitFor()
  await thread.getByRole('textbox', { name: /^Reply to/ }).fill('Not finished yet')
  await waitUntil(async () => (await kept(harness)).drafts.length === 1, { what: 'the draft to be kept' })
  await thread.close()

  await harness.stopWorker()
  const before = await kept(harness)
  expect(before.replies).toHaveLength(1)
  if (!release) {
    await asVersion1(harness.probe)
    expect(await databaseVersion(harness)).toBe(VERSION_1)
  }
  await update(AFTER)
  await waitUntil(async () => (await databaseVersion(harness)) > VERSION_1, { what: 'the new database' })
  expect(await kept(harness)).toEqual(before)
  await waitUntil(async () => (await harness.alarms()).some(({ name }) => name === 'poll'), {
    what: 'the next look to be booked',
  })

  // Nobody asked for it: it says so at the foot of the list, and takes no focus.
  const panel = await openList(harness)
  await panel.getByText(UPDATED).waitFor()
  expect(await panel.evaluate(() => document.activeElement?.closest('[aria-live]'))).toBeNull()
  const popup = await harness.openPage('popup.html', { width: 360, height: 600 })
  await popup.getByRole('list', { name: 'Unread conversations' }).getByRole('listitem').first().waitFor()
  expect(await popup.getByText(UPDATED).count()).toBe(0)
  await popup.close()
  await panel.bringToFront()
  await panel.locator('[aria-live]', { hasText: UPDATED }).getByRole('button', { name: 'Dismiss' }).click()
  await panel.getByText(UPDATED).waitFor({ state: 'hidden' })

  await sandbox.resume()
  await harness.fireAlarm('poll')
  const delivered = () => sandbox.deliveries(answered.key).map(({ text }) => text)
  await waitUntil(() => delivered().length > 0, { timeout: 60_000, what: 'the reply to go out' })
  await waitUntil(async () => (await harness.badge()) === '1', { what: 'the badge to count as before' })
  expect(await harness.notifications()).toEqual([])
  sandbox.receive({ conversation: starred.key, text: 'Told after the update' })
  await harness.fireAlarm('poll')
  await waitUntil(async () => (await harness.badge()) === '2', { what: 'the badge to count on' })
  await waitUntil(async () => (await harness.notifications()).length > 0, { what: 'the notification' })
  expect(await harness.notifications()).toHaveLength(1)
  await panel.close()

  // A mere correction has nothing to say.
  const polls = () => sandbox.requests({ route: 'GET /conversations' }).length
  const soFar = polls()
  await update(CORRECTED)
  await waitUntil(() => polls() > soFar, { what: 'the corrected version to look' })
  const again = await openList(harness)
  await waitUntil(() => again.locator('[aria-live="polite"]').count(), { what: 'the foot of the list' })
  const box = (await openThread(harness, answered.accountId, answered.key)).getByRole('textbox', {
    name: /^Reply to/,
  })
  await waitUntil(async () => (await box.inputValue()) === 'Not finished yet', { what: 'the draft' })
  await again.bringToFront()
  expect(await again.getByText(UPDATED).count()).toBe(0)
  expect(delivered()).toEqual(['Written before the update'])
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})
