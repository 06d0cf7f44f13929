import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const SEARCH_WORKER = here('../components/search/search.worker.ts')
const DATABASE = here('../lib/store/database.ts')

/**
 * Chromium's workers as scripts that share code: what a glance needs, the rest of the background, which is imported once
 * that is needed, and the search. Such workers cannot load modules later, so each script is a function of its own that is
 * given what the others export.
 */
export const WORKER_SCRIPTS: Plugin = {
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
