import type { Attachment } from '../../lib/domain/message.ts'

const KINDS = new Map([
  ['image', 'Image'],
  ['video', 'Video'],
  ['audio', 'Audio'],
  ['text', 'Text'],
])
const UNITS = ['B', 'KB', 'MB', 'GB'] as const

/** What an attachment is, as far as the API says: "PDF · 1.2 MB". */
export function attachmentKind({ mediaType, byteSize }: Pick<Attachment, 'mediaType' | 'byteSize'>): string {
  const [kind = '', subtype = ''] = mediaType?.split(/[/;]/) ?? []
  // "vnd.openxmlformats-officedocument…" tells nobody anything; the name with its ending does.
  const type = /^[a-z0-9]{2,5}$/i.test(subtype) ? subtype.toUpperCase() : (KINDS.get(kind) ?? '')
  return [type, byteSize === null ? '' : sizeText(byteSize)].filter(Boolean).join(' · ')
}

function sizeText(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000
    unit++
  }
  return `${unit === 0 || size >= 10 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit]}`
}
