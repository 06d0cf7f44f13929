/**
 * Writes times (ms) in the browser's language as the options say. What it takes is made when first used: each costs a
 * page about a millisecond, which it should not pay before its first paint.
 */
export function dateFormat(options: Intl.DateTimeFormatOptions): (at: number) => string {
  let format: Intl.DateTimeFormat | undefined
  return (at) => {
    format ??= new Intl.DateTimeFormat(undefined, options)
    return format.format(at)
  }
}
