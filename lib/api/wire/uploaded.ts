import type { UploadedFile } from '../../domain/file.ts'
import { isRecord, layersOf } from './envelope.ts'

/** What a send has to name, as it came: the `attachment` of an upload's answer (contract 2.4), or null without one. */
export function readUploaded(value: unknown): UploadedFile | null {
  for (const layer of layersOf(value)) {
    if (!isRecord(layer)) continue
    for (const found of [layer.attachment, layer]) {
      if (isRecord(found) && typeof found.assetUrn === 'string' && found.assetUrn !== '') return found
    }
  }
  return null
}
