const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')

/** Puts text where the caret is, as if typed: it can be undone, and the box hears of it as of typing. */
export function insertAtCaret(box: HTMLTextAreaElement, text: string): void {
  box.focus()
  // Deprecated but without a successor: nothing else keeps the undo history (https://github.com/w3c/editing/issues/396).
  const isTyped = document.execCommand?.('insertText', false, text) ?? false
  if (isTyped) return
  const { selectionStart: from, selectionEnd: to } = box
  // Through the element's own setter: React takes what comes through the one it puts before it for its own doing.
  value?.set?.call(box, box.value.slice(0, from) + text + box.value.slice(to))
  box.setSelectionRange(from + text.length, from + text.length)
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
