import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/*
 * Edge takes the package that is made for Chrome. What it knows stands in Microsoft's documentation of its extensions
 * (learn.microsoft.com/microsoft-edge/extensions, "Manifest file format" and "Supported APIs"); of that, what an extension
 * like this one could have.
 */
const ROOT = join(import.meta.dirname, '../../..')
const BUILD = join(ROOT, '.output/chrome-mv3')
const KNOWN_KEYS = [
  ...[
    'manifest_version',
    'name',
    'short_name',
    'version',
    'description',
    'author',
    'icons',
    'default_locale',
  ],
  ...[
    'action',
    'background',
    'commands',
    'content_security_policy',
    'host_permissions',
    'incognito',
    'omnibox',
  ],
  ...['options_page', 'options_ui', 'permissions', 'optional_permissions', 'side_panel', 'storage'],
  ...['minimum_chrome_version', 'version_name', 'homepage_url'],
]
/** Parts of the browser's API; those that need a permission are called as it is. */
const SUPPORTED = [
  ...[
    'action',
    'alarms',
    'commands',
    'contextMenus',
    'i18n',
    'idle',
    'notifications',
    'offscreen',
    'omnibox',
  ],
  ...['permissions', 'runtime', 'sidePanel', 'storage', 'tabs', 'windows'],
]
/** Edge counts its versions as Chromium does; side panels can be opened from a click since this one. */
const OPENS_PANELS_SINCE = 116

if (!existsSync(BUILD)) throw new Error('Build first: chrome-mv3 is not there')
const manifest = JSON.parse(readFileSync(join(BUILD, 'manifest.json'), 'utf8'))

test('the package for Chrome has no entry and no permission that Edge does not know', () => {
  expect(Object.keys(manifest).filter((key) => !KNOWN_KEYS.includes(key))).toEqual([])
  expect(manifest.permissions.filter((one: string) => !SUPPORTED.includes(one))).toEqual([])
})

test('it says from which version on by the one key that Edge heeds, which is none without side panels', () => {
  // `minimum_edge_version` is of the Edge before Chromium, and an error in today's.
  expect(manifest.minimum_edge_version).toBeUndefined()
  expect(Number(manifest.minimum_chrome_version)).toBeGreaterThanOrEqual(OPENS_PANELS_SINCE)
})

test('its panel is one that Edge shows in its sidebar', () => {
  expect(manifest.permissions).toContain('sidePanel')
  expect(Object.keys(manifest.side_panel)).toEqual(['default_path'])
  expect(existsSync(join(BUILD, manifest.side_panel.default_path))).toBe(true)
})

test('it is not brought up to date by another store, nor named after another browser, which Edge’s store refuses', () => {
  expect(manifest.update_url).toBeUndefined()
  const folder = join(BUILD, '_locales')
  for (const language of readdirSync(folder)) {
    const texts = JSON.parse(readFileSync(join(folder, language, 'messages.json'), 'utf8'))
    for (const key of ['extension_name', 'extension_description'])
      expect(texts[key].message, `${language}: ${key}`).not.toMatch(/chrome/i)
  }
})

test('all that is called of a Chromium browser is there in Edge', () => {
  // Firefox's sidebar is asked for by another name, and only where there is one.
  const called = globSync('{lib,entrypoints,components}/**/*.{ts,tsx}', { cwd: ROOT }).flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\b(?:browser|chrome)\.(\w+)\./g)].map(
      ([, part]) => `${part}`,
    ),
  )
  expect(called.length).toBeGreaterThan(20)
  expect([...new Set(called)].filter((part) => !SUPPORTED.includes(part))).toEqual([])
})
