import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast } from './contrast.ts'

const css = readFileSync(new URL('../../../../components/ui/tokens.css', import.meta.url), 'utf8')
const COLOUR = 'oklch\\((?:[^()]|\\([^()]*\\))*\\)'

function token(name: string, scheme: 'light' | 'dark', hue = 0): string {
  const found = new RegExp(`--${name}: light-dark\\((${COLOUR}), (${COLOUR})\\)`).exec(css)
  const colour = found?.[scheme === 'light' ? 1 : 2]
  if (!colour) throw new Error(`No colour token --${name}`)
  return colour.replace('var(--hue)', String(hue))
}

const SURFACES = ['bg', 'surface', 'surface-raised', 'surface-sunken', 'surface-hover', 'surface-selected']
const PAIRS: [text: string, on: string[]][] = [
  ['text', [...SURFACES, 'surface-chosen', 'accent-tint']],
  ['text-secondary', [...SURFACES, 'accent-tint']],
  ['text-tertiary', SURFACES],
  ['accent-text', [...SURFACES, 'accent-tint']],
  ['on-accent', ['accent', 'accent-hover', 'danger', 'danger-hover']],
  ['accent-tint-text', ['accent-tint']],
  ['danger-text', ['danger-tint', ...SURFACES]],
  ['warning-text', ['warning-tint', ...SURFACES]],
  ['success-text', ['success-tint', ...SURFACES]],
  ['mark-text', ['mark']],
]

describe.each(['light', 'dark'] as const)('colours in %s', (scheme) => {
  it.each(PAIRS)('%s can be read on every ground it stands on', (text, grounds) => {
    for (const ground of grounds) {
      expect(contrast(token(text, scheme), token(ground, scheme)), `${text} on ${ground}`).toBeGreaterThan(
        4.5,
      )
    }
  })

  it('initials can be read in every hue', () => {
    for (let hue = 0; hue < 360; hue += 5) {
      const pair = [token('hue-text', scheme, hue), token('hue-tint', scheme, hue)] as const
      expect(contrast(...pair), `hue ${hue}`).toBeGreaterThan(4.5)
    }
  })

  it('dots and focus rings stand out from what they lie on', () => {
    for (const ground of ['surface', 'surface-hover', 'surface-selected']) {
      for (const dot of ['dot', 'focus']) {
        expect(contrast(token(dot, scheme), token(ground, scheme)), `${dot} on ${ground}`).toBeGreaterThan(3)
      }
    }
  })
})
