import { language } from './texts.ts'

/**
 * Writes times (ms) in the language of the texts as the options say. What it takes is made when first used: each costs a
 * page about a millisecond, which it should not pay before its first paint.
 */
export function dateFormat(options: Intl.DateTimeFormatOptions): (at: number) => string {
  let format: Intl.DateTimeFormat | undefined
  return (at) => {
    format ??= new Intl.DateTimeFormat(language(), options)
    return format.format(at)
  }
}
