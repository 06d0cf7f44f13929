import { cutFileName } from './text.ts'
import { text } from './texts.ts'

/** What no file system takes, what hides or turns around other signs, and controls. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/gu
const LONGEST = 120

/** A name under which a received file can be saved, with its ending kept: the sender's, without what could deceive. */
export function fileNameOf(name: string | null): string {
  const plain = (name ?? '')
    .replace(UNFIT, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
  if (plain === '') return text('file_nameless')
  return cutFileName(plain, LONGEST)
}
