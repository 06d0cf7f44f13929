import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'

/** Bytes of some files of a build, each packed by gzip as well as it can. */
export async function gzipSize(buildDir: string, files: readonly string[]): Promise<number> {
  const sizes = files.map(async (file) => gzipSync(await readFile(join(buildDir, file)), { level: 9 }).length)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/** What a zip adds to each file: two headers; and its end. */
const HEADERS = 30 + 46
const END = 22

/** Texts of a language other than English. */
export const TRANSLATED = /^_locales[/\\](?!en[/\\])/

/** Bytes of a zip of a build, as the stores take it, without the files that `left` names. */
export async function zipSize(buildDir: string, left?: RegExp): Promise<number> {
  let bytes = END
  for (const name of await readdir(buildDir, { recursive: true })) {
    if (left?.test(name) || !(await stat(join(buildDir, name))).isFile()) continue
    const content = await readFile(join(buildDir, name))
    bytes += HEADERS + 2 * Buffer.byteLength(name)
    bytes += Math.min(content.length, deflateRawSync(content, { level: 9 }).length)
  }
  return bytes
}
