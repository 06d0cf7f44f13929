import type { CSSProperties } from 'react'

/** Hands a hue to tokens.css, which makes tint, text and dot colours of it. Spread onto the element. */
export function hueStyle(hue: number): { 'data-hue': number; style: CSSProperties } {
  return { 'data-hue': hue, style: { '--hue': hue } as CSSProperties }
}
