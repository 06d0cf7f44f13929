import { normaliseText } from './text.ts'

/** Without the punctuation of the sentence they end. */
const LINKS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/gi
const LINKEDIN = /^https?:\/\/(?:www\.)?(?:lnkd\.in|linkedin\.com)\//i

/**
 * Whether a message shows a reply as it was written, white space and the addresses of its links aside: LinkedIn
 * shortens links, leads them through itself, or writes them its own way.
 */
export function isSameReply(written: string, shown: string): boolean {
  const [before, after] = [normaliseText(written), normaliseText(shown)]
  if (before === after) return true
  if (before.replace(LINKS, '\0') !== after.replace(LINKS, '\0')) return false
  const links = after.match(LINKS) ?? []
  return (before.match(LINKS) ?? []).every((link, index) => leadsTo(links[index] ?? '', link))
}

function leadsTo(shown: string, written: string): boolean {
  const host = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(written)?.[1] ?? ''
  return LINKEDIN.test(shown) || shown.toLowerCase().includes(host.toLowerCase())
}
