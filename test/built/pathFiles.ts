import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const IMPORT = /(?:\bimport|\bfrom|\brequire\()\s*["'`]((?:\.{1,2})?\/[^"'`]+)["'`]/g
const LINKED = /(?:src|href)="([./][^"]+\.(?:js|css))"/g

/**
 * The files that a page or a worker has to load before it can do anything: what its HTML names, and what scripts
 * import statically, however deep; for a worker, what it imports later as well. Paths below the folder of a build.
 */
export async function pathFiles(buildDir: string, entry: string): Promise<string[]> {
  const files = new Set<string>()
  const follow = async (file: string): Promise<void> => {
    if (files.has(file)) return
    files.add(file)
    if (file.endsWith('.css')) return
    const text = await readFile(join(buildDir, file), 'utf8')
    for (const [, found = ''] of text.matchAll(file.endsWith('.html') ? LINKED : IMPORT)) {
      await follow(found.startsWith('/') ? found.slice(1) : join(dirname(file), found))
    }
  }
  await follow(entry)
  return [...files]
}
