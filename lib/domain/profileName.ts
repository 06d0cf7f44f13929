import { normaliseProfileId } from './urn.ts'

const ADDRESS = /^(?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.com\/in\/([^/?#\s]+)/i
const NAME = /^[\p{L}\p{N}\p{M}_-]{2,100}$/u

/**
 * What a profile is called by, out of its address ("linkedin.com/in/ines-carvalho-42"), its URN or the bare name: the
 * vanity slug or the opaque id. Null where a text is none of these.
 */
export function profileNameIn(text: string): string | null {
  const given = text.trim()
  const inAddress = ADDRESS.exec(given)?.[1]
  if (inAddress === undefined && /[/.]/.test(given)) return null
  const name = decoded(inAddress ?? (given.startsWith('urn:li:') ? (normaliseProfileId(given) ?? '') : given))
  return NAME.test(name) ? name : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
