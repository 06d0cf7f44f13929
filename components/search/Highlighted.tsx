import { snippet } from './snippet.ts'

interface HighlightedProps {
  text: string
  query: string
}

/** A text with what was searched for marked in it. */
export function Highlighted({ text, query }: HighlightedProps) {
  let at = 0
  return snippet(text, query).map((piece) => {
    const key = at
    at += piece.text.length
    return piece.hit ? <mark key={key}>{piece.text}</mark> : <span key={key}>{piece.text}</span>
  })
}
