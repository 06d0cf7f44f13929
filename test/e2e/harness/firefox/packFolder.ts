import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { zipSync } from 'fflate'

/** The same each time, so that the same files are the same archive. */
const PACKED_AT = new Date(2020, 0, 1)

/** A built extension as Firefox installs it: one archive, and the id by which its manifest calls it. */
export async function packFolder(folder: string): Promise<{ readonly id: string; readonly xpi: Uint8Array }> {
  const files: Record<string, Uint8Array> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) files[relative(folder, path).replaceAll('\\', '/')] = await readFile(path)
  }
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } }
    sidebar_action?: object
  }
  // A sidebar that opens by itself is a reader no test knows of.
  if (manifest.sidebar_action) Object.assign(manifest.sidebar_action, { open_at_install: false })
  files['manifest.json'] = new TextEncoder().encode(JSON.stringify(manifest))
  return {
    id: manifest.browser_specific_settings.gecko.id,
    xpi: zipSync(files, { level: 1, mtime: PACKED_AT }),
  }
}
