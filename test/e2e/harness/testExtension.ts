import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const MANIFEST = {
  manifest_version: 3,
  name: 'Harness test',
  version: '1',
  permissions: ['sidePanel', 'notifications', 'alarms', 'storage'],
  action: { default_popup: 'popup.html' },
  background: { service_worker: 'worker.js' },
  side_panel: { default_path: 'sidepanel.html' },
  content_security_policy: { extension_pages: "default-src 'none'; script-src 'self'; style-src 'self'" },
}

const WORKER = `
chrome.alarms.onAlarm.addListener(({ name }) => chrome.storage.local.set({ alarm: name }))
chrome.notifications.onClicked.addListener((id) => chrome.storage.local.set({ clicked: id }))
`

const POPUP = `
chrome.windows.getCurrent().then(({ id }) => {
  const button = document.querySelector('button')
  button.onclick = () => chrome.sidePanel.open({ windowId: id })
  button.disabled = false
})
`

/** Writes the smallest extension that has all the harness deals with, and returns its folder. */
export async function writeTestExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-harness-'))
  const files: Record<string, string | Buffer> = {
    'manifest.json': JSON.stringify(MANIFEST),
    'worker.js': WORKER,
    'popup.html': '<!doctype html><button disabled>Open panel</button><script src="popup.js"></script>',
    'popup.js': POPUP,
    'sidepanel.html': '<!doctype html><title>Panel</title><h1>The panel</h1>',
    'options.html': '<!doctype html><title>Options</title><p style="color: red">Inline style</p>',
    'icon.png': Buffer.from(PIXEL, 'base64'),
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}
