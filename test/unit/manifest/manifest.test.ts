import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const OUTPUT = join(import.meta.dirname, '../../../.output')
const VENDOR = 'https://api.connectsafely.ai'
const KNOWN_ENTRIES = [
  ...['manifest_version', 'name', 'short_name', 'description', 'version', 'icons', 'action', 'options_ui'],
  // What an organization can decide; it lets us do nothing more.
  'storage',
  // Keys that open the panel from anywhere.
  'commands',
  ...['permissions', 'host_permissions', 'content_security_policy', 'background'],
  ...[
    'side_panel',
    'minimum_chrome_version',
    'default_locale',
    'sidebar_action',
    'browser_specific_settings',
    'omnibox',
  ],
]
// contextMenus: an entry on links to LinkedIn profiles and on selected words; it lets us read no page.
const ALLOWED_PERMISSIONS = ['alarms', 'contextMenus', 'idle', 'notifications', 'sidePanel', 'storage']

interface Manifest {
  permissions: string[]
  host_permissions: string[]
  content_security_policy: { extension_pages: string }
  [key: string]: unknown
}

describe.each(['chrome-mv3', 'firefox-mv3'])('the built manifest of %s', (build) => {
  const folder = join(OUTPUT, build)
  if (!existsSync(folder)) throw new Error(`Build first: ${build} is not there`)
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest

  test('is the one we know', async () => {
    const { version: _, ...lasting } = manifest
    await expect(JSON.stringify(lasting, null, 2)).toMatchFileSnapshot(`./${build}.json`)
  })

  test('asks for the API host and nothing else of the web', () => {
    expect(manifest.manifest_version).toBe(3)
    expect(manifest.host_permissions).toEqual([`${VENDOR}/*`])
    expect(manifest.permissions.filter((one) => !ALLOWED_PERMISSIONS.includes(one))).toEqual([])
    for (const door of [
      'content_scripts',
      'web_accessible_resources',
      'externally_connectable',
      'optional_permissions',
      'optional_host_permissions',
    ]) {
      expect(manifest[door], door).toBeUndefined()
    }
    expect(JSON.stringify(manifest)).not.toMatch(/linkedin\.com/i)
  })

  test('opens no other door: every entry is one we know', () => {
    expect(Object.keys(manifest).filter((name) => !KNOWN_ENTRIES.includes(name))).toEqual([])
  })

  test('forbids pages everything but what they use', () => {
    // Pages in a sandbox of their own would have a policy of their own.
    expect(Object.keys(manifest.content_security_policy)).toEqual(['extension_pages'])
    const directives = manifest.content_security_policy.extension_pages.split(';').map((one) => one.trim())
    expect(Object.fromEntries(directives.map((one) => [one.split(' ')[0], one.split(' ').slice(1)]))).toEqual(
      {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        // Photos are not offered, so LinkedIn's pictures are not let in either.
        'img-src': ["'self'", 'blob:', 'data:'],
        'connect-src': [VENDOR],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'object-src': ["'none'"],
      },
    )
  })

  test('loads scripts and styles from its own files alone', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    for (const page of files.filter((file) => file.endsWith('.html'))) {
      const html = readFileSync(join(folder, page), 'utf8')
      const loaded = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address)
      expect(loaded.length, page).toBeGreaterThan(0)
      for (const address of loaded)
        expect(existsSync(join(folder, address)), `${page}: ${address}`).toBe(true)
      // It would add to the manifest's policy, or say that somebody thought it did.
      expect(html, page).not.toMatch(/http-equiv/i)
    }
    for (const file of files.filter((one) => one.endsWith('.css')))
      expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(/@import|url\((?!["']?data:)/)
  })

  test('ships pages without inline scripts, and no source maps', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
    for (const page of files.filter((file) => file.endsWith('.html'))) {
      const html = readFileSync(join(folder, page), 'utf8')
      expect(html, page).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+=|style=/i)
      // The texts of licences name addresses; nothing is loaded from any.
      expect(html, page).not.toMatch(/\b(src|href|action|content)=["']?https?:/i)
    }
  })

  test('carries no code made at run time', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    for (const file of files.filter((one) => one.endsWith('.js'))) {
      // zod tries once whether it may, inside a try; jitless is set before that.
      const code = readFileSync(join(folder, file), 'utf8')
      expect(code, file).not.toMatch(/\beval\(/)
    }
  })
})
