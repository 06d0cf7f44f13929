import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

interface FloorOptions {
  readonly folder: string
  readonly baseUrl: string
  readonly key: string
  readonly accountIds: readonly string[]
}

/** Writes the extension that does as little as a poll can: on its alarm, the same request for each account, parsed. */
export async function writeFloorExtension({
  folder,
  baseUrl,
  key,
  accountIds,
}: FloorOptions): Promise<string> {
  const urls = accountIds.map((id) => `${baseUrl}/conversations?accountId=${id}&count=20`)
  const { protocol, host } = new URL(baseUrl)
  const manifest = {
    manifest_version: 3,
    name: 'Floor of a poll',
    version: '1',
    permissions: ['alarms', 'storage'],
    host_permissions: [`${protocol}//${host}/*`],
    background: { service_worker: 'worker.js' },
  }
  const worker = `
const headers = { Authorization: ${JSON.stringify(`Bearer ${key}`)} }
chrome.alarms.onAlarm.addListener(async () => {
  await Promise.all(${JSON.stringify(urls)}.map(async (url) => {
    const answer = await fetch(url, { headers })
    const { conversations } = JSON.parse(await answer.text())
    if (conversations.length === 0) throw new Error('An empty list')
  }))
})
chrome.runtime.onInstalled.addListener(() => chrome.alarms.create('poll', { periodInMinutes: 600 }))
`
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'worker.js'), worker)
  return folder
}
