import type { MediaFile } from '../../domain/file.ts'
import { ReceivedFile } from '../http/readFile.ts'
import { fieldsIn, layersOf } from './envelope.ts'
import { rowOf, word } from './fields.ts'

const mediaAnswer = rowOf({
  data: word,
  base64: word,
  url: word,
  contentType: word,
  mediaType: word,
  mimeType: word,
})

/**
 * A received file in any form it may come in (contract 2.5): as such, or as base64 or a `data:` address in JSON. Null for
 * anything else; an address elsewhere is never followed.
 */
export function readMedia(value: unknown): MediaFile | null {
  if (!(value instanceof ReceivedFile)) return fromJson(value)
  // A JSON file that was sent along stays a file.
  return fromJson(value.said) ?? whole({ bytes: value.bytes, mediaType: value.type })
}

function fromJson(value: unknown): MediaFile | null {
  const answer = mediaAnswer(fieldsIn(layersOf(value)))
  const told = answer.contentType ?? answer.mediaType ?? answer.mimeType
  for (const text of [answer.data, answer.base64, answer.url]) {
    const file = text === null ? null : whole(decoded(text, told))
    if (file) return file
  }
  return null
}

function whole(file: MediaFile | null): MediaFile | null {
  return file && file.bytes.length > 0 ? file : null
}

function decoded(text: string, told: string | null): MediaFile | null {
  const [, type = null, base64 = text] = /^data:([\w.+-]+\/[\w.+-]+)?[^,]*;base64,(.*)$/s.exec(text) ?? []
  try {
    const binary = atob(base64.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
    return { bytes, mediaType: type ?? told }
  } catch {
    return null
  }
}
