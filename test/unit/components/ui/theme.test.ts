// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest'
import { applyTheme, restoreTheme } from '../../../../components/platform/theme.ts'

const root = document.documentElement

beforeEach(() => {
  localStorage.clear()
  delete root.dataset.theme
})

it('puts a chosen theme on the page, and takes it off for the system', () => {
  applyTheme({ theme: 'dark', compact: true })
  expect(root.dataset).toMatchObject({ theme: 'dark', density: 'compact' })
  applyTheme({ theme: 'system', compact: false })
  expect(root.dataset.theme).toBeUndefined()
  expect(root.dataset.density).toBeUndefined()
})

it('remembers it for the first paint of the next visit', () => {
  applyTheme({ theme: 'light', compact: false })
  delete root.dataset.theme
  restoreTheme()
  expect(root.dataset.theme).toBe('light')
})
