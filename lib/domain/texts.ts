import type messages from '../../public/_locales/en/messages.json'

type Messages = typeof messages
export type TextKey = keyof Messages
/** The names of what a text leaves open. */
export type OpenIn<K extends TextKey> = Messages[K] extends { placeholders: infer P } ? keyof P : never
type Values<Name extends PropertyKey> = [Name] extends [never]
  ? []
  : [values: { [Each in Name]: string | number }]

/** Texts that depend on a count, without the category at their end. */
export type CountedKey = TextKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never
/**
 * A text in the user's language, from `public/_locales`, in which browsers look it up themselves (one list a process, so
 * no page loads texts it does not show). Values are put in as they are. A browser numbers what a text leaves open instead
 * of naming it: the files number the names in their alphabetical order, which a test holds them to.
 */
export function text<K extends TextKey>(key: K, ...[values]: Values<OpenIn<K>>): string {
  return lookUp(key, values)
}

/** The form of a text that the language has for this count: `key_one`, `key_few`, … or, where it has none, `key_other`. */
export function counted<B extends CountedKey>(
  key: B,
  count: number,
  // Beside the count, which is put in as a number of the language.
  ...[values]: Values<Exclude<OpenIn<`${B}_other` & TextKey>, 'count'>>
): string {
  plurals ??= new Intl.PluralRules(language())
  const all = { ...values, count: numberText(count) }
  return lookUp(`${key}_${plurals.select(count)}`, all) || lookUp(`${key}_other`, all)
}

/** A number as the user's language writes it. */
export function numberText(value: number): string {
  numbers ??= new Intl.NumberFormat(language())
  return numbers.format(value)
}

/** Several things in a row, as the user's language lists them: "Ann, Ben, Cleo". */
export function listText(parts: readonly string[]): string {
  lists ??= new Intl.ListFormat(language(), { type: 'unit' })
  return lists.format(parts)
}

/**
 * The language of the texts, as a tag for `Intl`: the browser's own, with its region, where the texts speak it, else that
 * of the texts, so that no date is in another language than the sentence around it.
 */
export function language(): string {
  const spoken = text('language')
  const wanted = chrome.i18n.getUILanguage()
  return wanted.split('-')[0] === spoken.split('-')[0] ? wanted : spoken
}

/** Where the language of the texts begins to be written. */
export function writingDirection(): 'ltr' | 'rtl' {
  return text('direction') === 'rtl' ? 'rtl' : 'ltr'
}

// Made when first used: each costs a page some tenths of a millisecond before its first paint.
let plurals: Intl.PluralRules | undefined
let numbers: Intl.NumberFormat | undefined
let lists: Intl.ListFormat | undefined

function lookUp(key: string, values: Record<string, string | number> = {}): string {
  const inOrder = Object.keys(values)
    .sort()
    .map((name) => String(values[name]))
  return chrome.i18n.getMessage(key, inOrder)
}
