import { Fragment, type ReactNode } from 'react'
import { type OpenIn, type TextKey, text } from '../../lib/domain/texts.ts'

interface RichTextProps<K extends TextKey> {
  id: K
  /** What the text leaves open, by name: elements or strings. */
  values: { [Name in OpenIn<K>]: ReactNode }
}

/** A text with elements in it, each where the language wants it. */
export function RichText<K extends TextKey>({ id, values }: RichTextProps<K>) {
  const elements: Record<string, ReactNode> = values
  const marks = Object.fromEntries(Object.keys(elements).map((name) => [name, `\u0001${name}\u0001`]))
  const marked = (text as (key: TextKey, marks: object) => string)(id, marks)
  return marked.split('\u0001').map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
    <Fragment key={at}>{at % 2 === 0 ? part : elements[part]}</Fragment>
  ))
}
