/** Puts text where the caret is, as if typed: it can be undone, and the box hears of it as of typing. */
export function insertAtCaret(box: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  box.focus()
  // Deprecated but without a successor: nothing else keeps the undo history (https://github.com/w3c/editing/issues/396).
  const isTyped = document.execCommand?.('insertText', false, text) ?? false
  if (isTyped) return
  const from = box.selectionStart ?? box.value.length
  const to = box.selectionEnd ?? from
  // Through the element's own setter: React takes what comes through the one it puts before it for its own doing.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')?.set?.call(
    box,
    box.value.slice(0, from) + text + box.value.slice(to),
  )
  box.setSelectionRange(from + text.length, from + text.length)
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
