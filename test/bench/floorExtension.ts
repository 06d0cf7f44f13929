import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

interface FloorOptions {
  readonly folder: string
  readonly baseUrl: string
  readonly key: string
  readonly accountIds: readonly string[]
  /** Hears all that the product hears, and asks for the same permissions, but does nothing about it. */
  readonly listening?: boolean
  /** Asks the browser for all that a poll has to know, and keeps what a poll has to keep, as few calls as that takes. */
  readonly calling?: boolean
  /** Scripts (paths) that its worker carries along without ever running them, as whoever imports any later has to. */
  readonly carried?: readonly string[]
}

const PERMISSIONS = ['alarms', 'storage', 'notifications', 'idle', 'contextMenus']
/** A worker has to say at its start what it hears, or the event that woke it is lost. */
const LISTENERS = `
const hear = (event) => event.addListener(() => undefined)
hear(chrome.runtime.onMessage)
hear(chrome.runtime.onStartup)
hear(chrome.idle.onStateChanged)
hear(chrome.notifications.onClicked)
hear(chrome.notifications.onButtonClicked)
hear(chrome.contextMenus.onClicked)
hear(chrome.omnibox.onInputEntered)
hear(chrome.commands.onCommand)
addEventListener('online', () => undefined)
`

/**
 * What no poll of the product can do without: never two at once, its key and what it found last, whether somebody is there and
 * the database still is; the next alarm before the work, each request in the budget before it leaves, what was read after it.
 */
const CALLS = `
const poll = ask
ask = () => navigator.locks.request('poll', { mode: 'shared' }, async () => {
  await Promise.all([
    chrome.storage.local.get(['key']),
    chrome.storage.session.get(['budget', 'found']),
    chrome.idle.queryState(300),
    indexedDB.databases(),
  ])
  const places = chrome.storage.session.set({ budget: [Date.now()] })
  await chrome.alarms.create('poll', { when: Date.now() + 36e6, periodInMinutes: 600 })
  await places
  await poll()
  await chrome.storage.session.set({ found: [Date.now()] })
})
`

/** What a worker may import later it has to import while it is installed, and the browser hands it all of that at each start. */
function importing(scripts: readonly string[]): string {
  return scripts.length === 0
    ? ''
    : `addEventListener('install', () => importScripts(...${JSON.stringify(scripts)}))`
}

/** Writes the extension that does as little as a poll can: on its alarm, the same request for each account, parsed. */
export async function writeFloorExtension({
  folder,
  baseUrl,
  key,
  accountIds,
  listening = false,
  calling = false,
  carried = [],
}: FloorOptions): Promise<string> {
  const urls = accountIds.map((id) => `${baseUrl}/conversations?accountId=${id}&count=20`)
  const { protocol, host } = new URL(baseUrl)
  const manifest = {
    manifest_version: 3,
    name: 'Floor of a poll',
    version: '1',
    permissions: listening ? PERMISSIONS : PERMISSIONS.slice(0, 2),
    ...(listening
      ? { omnibox: { keyword: 'floor' }, commands: { nothing: { description: 'Nothing' } } }
      : {}),
    host_permissions: [`${protocol}//${host}/*`],
    background: { service_worker: 'worker.js' },
  }
  const worker = `
const headers = { Authorization: ${JSON.stringify(`Bearer ${key}`)} }
let ask = async () => {
  await Promise.all(${JSON.stringify(urls)}.map(async (url) => {
    const answer = await fetch(url, { headers })
    const { conversations } = JSON.parse(await answer.text())
    if (conversations.length === 0) throw new Error('An empty list')
  }))
}
chrome.alarms.onAlarm.addListener(() => ask())
chrome.runtime.onInstalled.addListener(() => chrome.alarms.create('poll', { periodInMinutes: 600 }))
${listening ? LISTENERS : ''}${calling ? CALLS : ''}${importing(carried.map((path) => basename(path)))}`
  await mkdir(folder, { recursive: true })
  for (const path of carried) {
    const script = await readFile(path, 'utf8')
    await writeFile(join(folder, basename(path)), `(() => {${script}\n})`)
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'worker.js'), worker)
  return folder
}
