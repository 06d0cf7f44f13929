import type { Settings } from '../../lib/domain/settings.ts'

const MEMORY = 'theme'

/** Puts the chosen theme and density on <html>; tokens.css does the rest. */
export function applyTheme({ theme, compact }: Pick<Settings, 'theme' | 'compact'>): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  if (compact) dataset.density = 'compact'
  else delete dataset.density
  // The database answers a few frames after the page is painted, so the theme is also kept where it can be read at once.
  localStorage.setItem(MEMORY, theme)
}

/** The theme of the last visit, before the first paint: no flash of the other one. */
export function restoreTheme(): void {
  const theme = localStorage.getItem(MEMORY)
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
}
