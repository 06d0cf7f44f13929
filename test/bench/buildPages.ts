import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const PAGES = fileURLToPath(new URL('./pages/', import.meta.url))

/** Where the benchmarks' own pages stand in the copy of the extension. */
export const BENCH_DIR = 'bench'

/**
 * Copies a built extension and puts the benchmarks' own pages beside the product's, so that both have one origin and one
 * database; what is measured of the product is the build as it is.
 * @returns the folder of the copy
 */
export async function addPages(extensionDir: string, copy: string, baseUrl: string): Promise<string> {
  await cp(extensionDir, copy, { recursive: true })
  await build({
    root: PAGES,
    base: './',
    configFile: false,
    logLevel: 'error',
    define: { __API_BASE_URL__: JSON.stringify(baseUrl) },
    build: {
      outDir: join(copy, BENCH_DIR),
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: ['seed', 'floor', 'list', 'scan', 'sealed'].map((name) => join(PAGES, `${name}.html`)),
      },
    },
  })
  return copy
}

/** The instruments as one script that can be put into any page before its own. */
export async function buildInstruments(outDir: string): Promise<string> {
  await build({
    root: PAGES,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      target: 'es2022',
      lib: {
        entry: join(PAGES, 'instruments.ts'),
        formats: ['iife'],
        name: 'instruments',
        fileName: () => 'instruments.js',
      },
    },
  })
  return readFile(join(outDir, 'instruments.js'), 'utf8')
}
