import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'

/** Zips have no time zone and begin in 1980, so noon of its second day is the same for everybody. */
const ALWAYS = new Date(1980, 0, 2, 12)

/**
 * The bytes of a zip of these files (paths below `root`, with slashes): the same for the same contents, whoever makes it,
 * whenever, and in whatever order the files are named.
 */
export function zipOf(root: string, paths: readonly string[]): Uint8Array {
  const files: Zippable = {}
  for (const path of [...paths].sort()) files[path] = readFileSync(join(root, path))
  return zipSync(files, { level: 9, mtime: ALWAYS })
}
