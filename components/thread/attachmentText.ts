import type { Attachment } from '../../lib/domain/message.ts'
import { language, text } from '../../lib/domain/texts.ts'

const KINDS = ['image', 'video', 'audio', 'text'] as const
const UNITS = ['B', 'KB', 'MB', 'GB'] as const

/** What an attachment is, as far as the API says: "PDF · 1.2 MB". */
export function attachmentKind({ mediaType, byteSize }: Pick<Attachment, 'mediaType' | 'byteSize'>): string {
  const [kind = '', subtype = ''] = mediaType?.split(/[/;]/) ?? []
  // "vnd.openxmlformats-officedocument…" tells nobody anything; the name with its ending does.
  const type = /^[a-z0-9]{2,5}$/i.test(subtype) ? subtype.toUpperCase() : kindText(kind)
  return [type, byteSize === null ? '' : sizeText(byteSize)].filter(Boolean).join(' · ')
}

function kindText(kind: string): string {
  const known = KINDS.find((one) => one === kind)
  return known ? text(`thread_kind_${known}`) : ''
}

function sizeText(bytes: number): string {
  let size = bytes
  let at = 0
  while (size >= 1000 && at < UNITS.length - 1) {
    size /= 1000
    at++
  }
  const digits = at === 0 || size >= 10 ? 0 : 1
  const number = new Intl.NumberFormat(language(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return text(`thread_size_${UNITS[at] ?? 'B'}`, { size: number.format(size) })
}
