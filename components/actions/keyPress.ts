import type { KeyPress } from './actionTable.ts'

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'getModifierState'
>

const BARE = new Set([
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
])

/**
 * How the table writes a key that was pressed; null for a modifier alone and for combinations with modifiers that no
 * action uses. Letters go by what they write; on keyboards that write others (Cyrillic, Hebrew), by where they lie.
 */
export function pressOf(event: Pressed, mac: boolean): KeyPress | null {
  const { key, code, shiftKey } = event
  if (BARE.has(key)) return null
  // AltGr writes characters, and Windows reports it as Control and Alt.
  const writes = event.getModifierState('AltGraph') && [...key].length === 1
  const [mod, other] = mac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey]
  if (!writes && (other || event.altKey)) return null
  const letter = latinLetter(key, code)
  const name = letter ?? (key === ' ' ? 'Space' : key)
  const shifted = shiftKey && (letter !== null || [...key].length > 1)
  return `${mod && !writes ? 'Mod+' : ''}${shifted ? 'Shift+' : ''}${name}`
}

function latinLetter(key: string, code: string): string | null {
  // Capitals come with Shift, but with Caps Lock too.
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  const foreign = [...key].length === 1 && /^\p{L}$/u.test(key) && !/\p{Script=Latin}/u.test(key)
  const place = foreign ? /^Key([A-Z])$/.exec(code)?.[1] : undefined
  return place?.toLowerCase() ?? null
}
