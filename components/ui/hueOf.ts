/** A hue (degrees) that is always the same for the same name; neighbours in the alphabet lie far apart. */
export function hueOf(name: string): number {
  let hash = 2166136261
  for (const sign of name.normalize('NFC')) {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16777619)
  }
  // Twenty-four steps: hues closer than 15° look like a mistake rather than like two people.
  return ((hash >>> 8) % 24) * 15
}

// Violet is left out: it is the accent and means "unread".
const ACCOUNT_HUES = [165, 45, 345, 230, 105, 15, 315, 195] as const

/** The hue of an account's dot, from its place in the list of accounts. */
export function accountHue(position: number): number {
  return ACCOUNT_HUES[position % ACCOUNT_HUES.length] ?? 165
}
