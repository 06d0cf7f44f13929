import { blanksIn } from '../../lib/domain/snippetText.ts'
import { insertAtCaret } from '../ui/insertAtCaret.ts'

/** Puts a text in the place of the box's text from `from` (its caret where left out) to the caret, and selects the first blank in it. */
export function insertText(box: HTMLTextAreaElement, text: string, from: number | null = null): void {
  if (from !== null) box.setSelectionRange(from, box.selectionEnd)
  const start = box.selectionStart
  insertAtCaret(box, text)
  const [blank] = blanksIn(text)
  if (blank) box.setSelectionRange(start + blank.from, start + blank.to)
}
