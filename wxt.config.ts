import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { mergeConfig } from 'vite'
import { defineConfig } from 'wxt'
import { PAGES_OUTPUT } from './build/pageFiles.ts'
import { WITHOUT_FACADES } from './build/withoutFacades.ts'
import { WORKER_SCRIPTS } from './build/workerScripts.ts'
import { licencesPage } from './release/licencesPage.ts'
import { productionPackages } from './release/productionPackages.ts'

const VENDOR_BASE_URL = 'https://api.connectsafely.ai/linkedin'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What Chromium takes in place of something else. */
const IN_CHROMIUM = [
  { find: /^\.\/searchWorker\.ts$/, replacement: here('./components/search/searchWorkerInChromium.ts') },
  { find: /^.*\/databaseCode\.ts$/, replacement: here('./lib/store/databaseCodeInChromium.ts') },
]

/**
 * Popup and panel begin when their script is there, not only when their styles are too, and paint nothing before that: a
 * frame that shows nothing would put off the one that shows their rows.
 */
const PAGES_AT_ONCE = {
  name: 'pages-at-once',
  apply: 'build' as const,
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string, { path }: { path: string }) =>
      /popup|sidepanel/.test(path)
        ? html.replaceAll('<script type="module"', '$& async blocking="render"')
        : html,
  },
}

/** Makes all a little smaller than Vite's own minifier does: workers and pages are read anew at each of their starts. */
const MINIFIED = {
  minify: 'terser' as const,
  terserOptions: { ecma: 2020 as const, compress: { passes: 2 } },
}

/**
 * The texts of a language as browsers need them: without the notes for translators, and the blanks; what a text leaves open
 * by its number, for which the name stands. Two numbers side by side would be read as a name, so there names stay.
 */
function packedTexts(file: string): string {
  const texts: Record<string, { message: string; placeholders?: Record<string, { content: string }> }> =
    JSON.parse(readFileSync(file, 'utf8'))
  const packed = Object.entries(texts).map(([key, { message, placeholders = {} }]) => {
    const numbered = message.replace(/\$(\w+)\$/g, (name, open) => placeholders[open]?.content ?? name)
    return [key, /\$\d\$/.test(numbered) ? { message, placeholders } : { message: numbered }]
  })
  return JSON.stringify(Object.fromEntries(packed))
}

/** JSON without the blanks. */
const packedJson = (file: string) => JSON.stringify(JSON.parse(readFileSync(file, 'utf8')))

/** The match pattern of the API host; Firefox refuses ports in match patterns, Chromium holds us to them. */
function hostPattern(base: URL, browser: string): string {
  const host = browser === 'firefox' ? base.hostname : base.host
  return `${base.protocol}//${host}/*`
}

/** Content security policy of every page: nothing is allowed but what the pages use (design: safety). */
function contentSecurityPolicy(base: URL): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    `connect-src ${base.origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ')
}

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, command }) => {
    const base = new URL(process.env.WXT_API_BASE_URL || VENDOR_BASE_URL)
    const chromium = browser !== 'firefox'
    return {
      default_locale: 'en',
      name: '__MSG_extension_name__',
      short_name: 'Parley',
      description: '__MSG_extension_description__',
      // The context menu is shown on any page, but tells us only of the link or words it was opened on, and only then.
      permissions: ['storage', 'alarms', 'notifications', 'idle', 'contextMenus'],
      host_permissions: [hostPattern(base, browser)],
      action: { default_title: 'Parley' },
      omnibox: { keyword: 'li' },
      commands: {
        _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
        'open-panel': { suggested_key: { default: 'Alt+Shift+I' }, description: '__MSG_command_openPanel__' },
        'next-unread': {
          suggested_key: { default: 'Alt+Shift+U' },
          description: '__MSG_command_nextUnread__',
        },
      },
      // Vite's dev server needs inline and remote scripts, so the policy binds built extensions only.
      ...(command === 'build'
        ? { content_security_policy: { extension_pages: contentSecurityPolicy(base) } }
        : {}),
      ...(chromium
        ? // What an organization can decide; Firefox asks for no description of it.
          { minimum_chrome_version: '123', storage: { managed_schema: 'managed_schema.json' } }
        : {
            browser_specific_settings: {
              gecko: {
                id: 'parley@companion.extension',
                // The first that asks for data_collection_permissions on every system.
                strict_min_version: '142.0',
                // Replies and the key go to the API the user subscribed to; nothing goes anywhere else.
                data_collection_permissions: { required: ['personalCommunications', 'authenticationInfo'] },
              },
            },
          }),
    }
  },
  vite: ({ browser, command }) => ({
    plugins: [PAGES_AT_ONCE, WITHOUT_FACADES, ...(browser === 'firefox' ? [] : [WORKER_SCRIPTS])],
    resolve: {
      alias: [
        // The build for browsers of today; what the package names first is for those of 2015, and larger.
        { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
        { find: /^webextension-polyfill$/, replacement: here('./lib/browser/native.ts') },
        { find: /^.+\/createLucideIcon\.mjs$/, replacement: here('./components/ui/createIcon.ts') },
        ...(browser === 'firefox' ? [] : IN_CHROMIUM),
      ],
    },
    define: { __API_BASE_URL__: JSON.stringify(process.env.WXT_API_BASE_URL || VENDOR_BASE_URL) },
    // light-dark() stays as it is: every browser we run in knows it.
    build: {
      target: 'es2022',
      cssTarget: ['chrome123', 'firefox142'],
      sourcemap: false,
      // Every browser we run in preloads by itself.
      modulePreload: { polyfill: false },
      ...(command === 'build' ? MINIFIED : {}),
    },
  }),
  hooks: {
    'build:publicAssets': ({ config }, files) => {
      const schema = files.findIndex(({ relativeDest }) => relativeDest === 'managed_schema.json')
      if (config.browser === 'firefox' && schema >= 0) files.splice(schema, 1)
      for (const [at, file] of files.entries()) {
        if (!('absoluteSrc' in file) || !file.relativeDest.endsWith('.json')) continue
        const packed = file.relativeDest.endsWith('messages.json') ? packedTexts : packedJson
        files[at] = { relativeDest: file.relativeDest, contents: packed(file.absoluteSrc) }
      }
      files.push({ relativeDest: 'licences.html', contents: licencesPage(productionPackages(here('.'))) })
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === 'background')) return
      config.build = mergeConfig(config.build ?? {}, { rolldownOptions: { output: PAGES_OUTPUT } })
    },
  },
})
