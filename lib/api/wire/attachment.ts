import { isFetchable } from '../../domain/file.ts'
import type { Attachment } from '../../domain/message.ts'
import { wellFormed } from './wellFormed.ts'

const NAME = /^(name|file_?name|title)$/i
const MEDIA_TYPE = /^(media_?type|mime_?type|content_?type)$/i
const BYTE_SIZE = /^(byte_?size|file_?size|size|bytes)$/i
/** Fields that hold the thing itself rather than a preview of it. */
const MAIN_URL = /^(download_?url|url|href|link)$/i
const HOSTS = ['linkedin.com', 'licdn.com']
/** A video's address lies six deep where it comes as LinkedIn itself has it. */
const DEEPEST = 8
/** Enough for any real attachment, and an end for a monstrous one. */
const MOST_FIELDS = 500
const MOST_ATTACHMENTS = 100

/**
 * What can be recognised of attachments whose shape nobody documented (contract 8.8): one Attachment for each
 * entry (the first hundred), all null where nothing was recognised, so that at least a chip tells that something is
 * there.
 */
export function readAttachments(entries: readonly unknown[]): Attachment[] {
  const given = entries.filter((entry) => entry !== null && entry !== undefined)
  return given.slice(0, MOST_ATTACHMENTS).map(readAttachment)
}

function readAttachment(entry: unknown): Attachment {
  const found: Attachment = { name: null, mediaType: null, byteSize: null, url: null }
  // An address the API fetches from is worth more than one that a browser opens (of a shared post, say).
  const urls: { url: string; rank: number }[] = []
  for (const [field, value] of fieldsOf(entry)) {
    if (NAME.test(field)) found.name ??= shortText(value)
    else if (MEDIA_TYPE.test(field)) found.mediaType ??= shortText(value)
    else if (BYTE_SIZE.test(field)) found.byteSize ??= size(value)
    const url = linkedInUrl(value)
    if (url) urls.push({ url, rank: Number(isFetchable(url)) * 2 + Number(MAIN_URL.test(field)) })
  }
  found.url = urls.toSorted((a, b) => b.rank - a.rank)[0]?.url ?? null
  return found
}

/** The scalar fields of an entry down to depth 8, the outer ones first. */
function* fieldsOf(entry: unknown): Generator<[string, unknown]> {
  let layer: [string, unknown][] = [['', entry]]
  let seen = 0
  for (let depth = 0; depth <= DEEPEST; depth++) {
    const inner: [string, unknown][] = []
    for (const [field, value] of layer) {
      if (seen++ > MOST_FIELDS) return
      if (typeof value !== 'object' || value === null) yield [field, value]
      else {
        for (const [name, item] of Object.entries(value)) {
          if (inner.length > MOST_FIELDS) break
          // Entries of a list keep the name of the list.
          inner.push([Array.isArray(value) ? field : name, item])
        }
      }
    }
    layer = inner
  }
}

function shortText(value: unknown): string | null {
  // Cut first: the cut may go through a character.
  return (typeof value === 'string' && wellFormed(value.trim().slice(0, 300))) || null
}

function size(value: unknown): number | null {
  const bytes = typeof value === 'string' && value.trim() ? Number(value) : value
  return typeof bytes === 'number' && Number.isFinite(bytes) && bytes >= 0 ? Math.trunc(bytes) : null
}

/** The URL if it is https on LinkedIn's own hosts: nothing else is ever offered for download. */
function linkedInUrl(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\s*https:/i.test(value) || !URL.canParse(value)) return null
  const url = new URL(value)
  const ours = HOSTS.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
  return ours && url.protocol === 'https:' && !url.username && !url.password ? url.href : null
}
