const PROFILE = /^\/in\/([^/]+)/
const HOST = /(^|\.)linkedin\.com$/

/** The address of the profile a link leads to, without what it carries beside; null where it leads to none. */
export function profileOfLink(link: string): string | null {
  if (!URL.canParse(link)) return null
  const { protocol, hostname, pathname } = new URL(link)
  const name = PROFILE.exec(pathname)?.[1]
  if (!/^https?:$/.test(protocol) || !HOST.test(hostname) || name === undefined) return null
  return `https://www.linkedin.com/in/${name}`
}
