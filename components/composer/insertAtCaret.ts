/** Puts text where the caret is, as if typed: it can be undone, and the box hears of it as of typing. */
export function insertAtCaret(box: HTMLTextAreaElement, text: string): void {
  box.focus()
  // Deprecated but without a successor: nothing else keeps the undo history (https://github.com/w3c/editing/issues/396).
  const isTyped = document.execCommand?.('insertText', false, text) ?? false
  if (isTyped) return
  const { selectionStart, selectionEnd } = box
  box.setRangeText(text, selectionStart, selectionEnd, 'end')
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
