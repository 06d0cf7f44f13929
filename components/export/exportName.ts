import { fileNameOf } from '../../lib/domain/fileName.ts'

/** What an exported or backed up file is called: what it is, and the day. */
export function exportName(title: string, ending: string): string {
  return fileNameOf(`${title} ${new Date().toISOString().slice(0, 10)}.${ending}`)
}
