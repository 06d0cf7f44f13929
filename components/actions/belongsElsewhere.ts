import type { KeyPress } from './actionTable.ts'

/** Dialogs and menus that have the floor. A toast is a dialog too, but nobody has to answer it first. */
export const OPEN = [
  ...['[role="dialog"]', '[role="alertdialog"]'].map((dialog) => `${dialog}:not([aria-modal="false"])`),
  '[role="menu"]',
  'dialog[open]',
].join(', ')
const WRITTEN = 'textarea, select, [contenteditable]:not([contenteditable="false"])'
const WRITING_ROLES = '[role="textbox"], [role="searchbox"], [role="combobox"], [role="spinbutton"]'
/** Of every text field: select all, copy, paste, cut, undo, redo and the like. */
const EDITING = /^Mod\+(Shift\+)?[abcuivxyz]$/
const UNWRITTEN_TYPES = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']
const PRESSED = 'button, a[href], summary, label, input, [role="button"], [role="tab"], [role="switch"]'

/** Whether an element takes what is typed. */
export function isWritten(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !UNWRITTEN_TYPES.includes(element.type)
  return element.closest(`${WRITTEN}, ${WRITING_ROLES}`) !== null
}

/**
 * Whether a key is somebody else's: of an input method, of a dialog or menu that is open, of the field that is written
 * in (but for those with Control or Command), or of the button that Enter or the blank would press.
 */
export function belongsElsewhere(event: KeyboardEvent, press: KeyPress): boolean {
  // 229 is what a key handled by an input method reports.
  if (event.isComposing || event.keyCode === 229) return true
  if (document.querySelector(OPEN)) return true
  const target = event.composedPath()[0]
  if (!(target instanceof Element)) return false
  if (isWritten(target)) return !press.startsWith('Mod+') || EDITING.test(press)
  return /^(Shift\+)?(Enter|Space)$/.test(press) && target.closest(PRESSED) !== null
}
