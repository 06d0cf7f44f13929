import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { mergeConfig, type Plugin } from 'vite'
import { defineConfig } from 'wxt'
import { licencesPage } from './release/licencesPage.ts'
import { productionPackages } from './release/productionPackages.ts'

const VENDOR_BASE_URL = 'https://api.connectsafely.ai/linkedin'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const SEARCH_WORKER = here('./components/search/search.worker.ts')
const DATABASE = here('./lib/store/database.ts')
/** What Chromium takes in place of something else. */
const IN_CHROMIUM = [
  { find: /^\.\/searchWorker\.ts$/, replacement: here('./components/search/searchWorkerInChromium.ts') },
  { find: /^.*\/databaseCode\.ts$/, replacement: here('./lib/store/databaseCodeInChromium.ts') },
]

// Where it begins; the rest is found by following what these import. What begins a page is put into a file that others
// share, as one file less to wait for; so it looks which page it is in.
const POPUP =
  /\/(entrypoints\/popup\/main|components\/platform\/PageRoot|components\/popup\/Popup|lib\/browser\/platform|react-dom\/client)\.\w+$|wxt-html-plugins/

/** What is there for the first paint, in memory and on the disk, is asked for while the rest is being loaded. */
const AT_ONCE =
  /\/lib\/browser\/keptFirstScreen\.ts$|\/entrypoints\/sidepanel\/atOnce\.ts$|vite\/preload-helper|rolldown[/-]runtime/

/**
 * What pages load later, by what begins it: one file for what is used together, as each file more costs a wait and its
 * headers. What two of them need is in the one that stands first, so heavy ones stand last. `extras` is all that is not
 * named here.
 */
const LATER: readonly (readonly [file: string, beginnings: RegExp | null])[] = [
  ['keys', /\/(listenToKeys|ListKeys|PanelKeys|PopupKeys|ThreadKeys)\.\w+$/],
  ['extras', null],
  ['begin', /\/(Connect|Connected|LockedBanner|NewConversation)\.\w+$/],
  ['results', /\/(SearchResults|SuggestionRow)\.\w+$/],
  ['backup', /\/backupFile\.\w+$/],
  ['popups', /\/(Toaster|Menu|ThreadMenu|ViewsList|NoteDialog|KeySheet)\.\w+$/],
  ['choices', /\/(LabelPicker|LaterPicker|Palette|TimePicker)\.\w+$/],
  ['emoji', /\/(emoji|EmojiSuggestions)\.\w+$/],
  ['times', /\/findTime\.\w+$|chrono-node.*\/en\//],
  ['languages', /chrono-node/],
]

interface Modules {
  getModuleInfo(id: string): {
    isEntry: boolean
    importers: readonly string[]
    dynamicImporters: readonly string[]
  } | null
}

/** A module and all that cannot begin without it: what imports it, and not only once it is needed. */
function above(module: string, modules: Modules): string[] {
  const found = new Set([module])
  for (const id of found)
    for (const importer of modules.getModuleInfo(id)?.importers ?? []) found.add(importer)
  return [...found]
}

/** What cannot begin without a module: pages, and the database, which popup and panel load once they were painted. */
function neededBy(module: string, modules: Modules): string[] {
  return above(module, modules).flatMap((id) => {
    if (id.endsWith('/lib/store/database.ts')) return 'database'
    return modules.getModuleInfo(id)?.isEntry ? (/entrypoints\/(\w+)/.exec(id)?.[1] ?? 'page') : []
  })
}

/** The files of `LATER` that cannot begin without a module. */
function laterFiles(module: string, modules: Modules): string[] {
  return above(module, modules)
    .filter((id) => modules.getModuleInfo(id)?.dynamicImporters.length)
    .map((id) => LATER.find(([, beginnings]) => beginnings?.test(id))?.[0] ?? 'extras')
}

/** A file that holds the modules of which this is true, unless one of a higher priority does. */
const fileOf = (name: string, priority: number, holds: (id: string, modules: Modules) => boolean) => ({
  name: (id: string, modules: Modules) => (holds(id, modules) ? name : null),
  debugName: name,
  priority,
})

/**
 * All that the popup loads is one file, which the other pages, needing nearly all of it, share; what else the panel needs
 * is another. A page of an extension waits longer for each file than for some kilobytes more in one. What panel and database
 * share is in the first, as the one is not to wait for the other, nor the popup’s database for the panel.
 */
const PAGES_OUTPUT = {
  codeSplitting: {
    groups: [
      { name: 'atOnce', test: AT_ONCE, priority: 40 },
      fileOf('pages', 39, (id, modules) => {
        const needed = neededBy(id, modules)
        return POPUP.test(id) || (needed.includes('sidepanel') && needed.includes('database'))
      }),
      // What is loaded later is left where it is: shared by others that are, it would come too early.
      fileOf('panel', 38, (id, modules) => neededBy(id, modules).includes('sidepanel')),
      fileOf('database', 37, (id, modules) => neededBy(id, modules).includes('database')),
      // What the options page needs at once and others later.
      fileOf('shared', 36, (id, modules) => {
        return neededBy(id, modules).includes('options') && laterFiles(id, modules).length > 0
      }),
      ...LATER.map(([name], index) =>
        fileOf(name, LATER.length - index, (id, modules) => laterFiles(id, modules).includes(name)),
      ),
    ],
  },
}

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
 * Chromium's workers as scripts that share code: what a glance needs, the rest of the background, which is imported once
 * that is needed, and the search. Such workers cannot load modules later, so each script is a function of its own that is
 * given what the others export.
 */
const WORKER_SCRIPTS: Plugin = {
  name: 'worker-scripts',
  config: ({ build }) => {
    const { lib } = build ?? {}
    if (!lib) return
    Object.assign(lib, {
      entry: { background: lib.entry, search: SEARCH_WORKER, database: DATABASE },
      formats: ['cjs'],
    })
    const output = {
      format: 'cjs' as const,
      exports: 'named' as const,
      esModule: false,
      externalLiveBindings: false,
      minifyInternalExports: true,
      entryFileNames: '[name].js',
      chunkFileNames: ({ isDynamicEntry }: { isDynamicEntry: boolean }) =>
        isDynamicEntry ? '[name].js' : 'store.js',
      postBanner: 'globalThis.scripts??={};((exports,require)=>{',
      postFooter: ({ fileName }: { fileName: string }) =>
        `})(scripts["./${fileName}"]={},file=>(scripts[file]??importScripts(file),scripts[file]));`,
    }
    return { build: { rolldownOptions: { preserveEntrySignatures: false, output } } }
  },
}

/** The texts of a language as browsers need them: without the notes for translators, and the blanks. */
function withoutNotes(file: string): string {
  const texts: Record<string, object> = JSON.parse(readFileSync(file, 'utf8'))
  return JSON.stringify(texts, (key, value) =>
    key === 'description' && typeof value === 'string' ? undefined : value,
  )
}

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
        ? { minimum_chrome_version: '123' }
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
    plugins: [PAGES_AT_ONCE, ...(browser === 'firefox' ? [] : [WORKER_SCRIPTS])],
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
    'build:publicAssets': (_, files) => {
      for (const [at, file] of files.entries()) {
        if (!('absoluteSrc' in file) || !file.relativeDest.endsWith('messages.json')) continue
        files[at] = { relativeDest: file.relativeDest, contents: withoutNotes(file.absoluteSrc) }
      }
      files.push({ relativeDest: 'licences.html', contents: licencesPage(productionPackages(here('.'))) })
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === 'background')) return
      config.build = mergeConfig(config.build ?? {}, { rolldownOptions: { output: PAGES_OUTPUT } })
    },
  },
})
