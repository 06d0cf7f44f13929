import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { gzipSize, TRANSLATED, zipSize } from './packedSize.ts'
import { pathFiles } from './pathFiles.ts'

const KB = 1024

/**
 * What `npm run build` and `npm run build:firefox` made last, and how many bytes (gzip) each may have. React, ReactDOM and
 * Dexie alone are about 102 KB. The worker is above what is wanted (70 KB, see bench/README.md): these hold what has been
 * reached, and go down with it. Chromium's worker is counted with the scripts that it imports once a glance is not enough;
 * in Firefox search and background share no script.
 */
const CHROMIUM = {
  name: 'chrome-mv3',
  paths: { 'popup.html': 90 * KB, 'sidepanel.html': 135 * KB, 'background.js': 87 * KB },
  zip: 439 * KB,
}
const FIREFOX = {
  name: 'firefox-mv3',
  paths: { 'popup.html': 92 * KB, 'sidepanel.html': 135 * KB, 'background.js': 90 * KB },
  zip: 517 * KB,
}
const folderOf = ({ name }: { name: string }) => join('.output', name)
/** What one language more may take. */
const LANGUAGE_LIMIT = 18 * KB
/** What Chromium's worker evaluates at each start. */
const START_LIMIT = 10 * KB

/** What the sample inbox may add to the worker, all that it needs counted with it. */
const SAMPLE_LIMIT = 15 * KB

/** Texts that only stand where a part of the code does, whatever a minifier calls the rest. */
const MARKS = {
  zod: 'ZodError',
  search: 'search_nothing',
  settings: 'settings_deleteEverything',
}
const DEXIE = 'DexieError'

async function codeOf(build: string, entry: string): Promise<string> {
  const files = await pathFiles(build, entry)
  return (await Promise.all(files.map((file) => readFile(join(build, file), 'utf8')))).join('\n')
}

/** All scripts that are loaded when they are needed, and those before. */
async function laterCode(build: string): Promise<string> {
  const chunks = join(build, 'chunks')
  const files = (await readdir(chunks)).filter((file) => file.endsWith('.js'))
  return (await Promise.all(files.map((file) => readFile(join(chunks, file), 'utf8')))).join('\n')
}

test('Chromium’s worker starts with a small script, without database', async () => {
  const build = folderOf(CHROMIUM)
  expect(await gzipSize(build, ['background.js'])).toBeLessThanOrEqual(START_LIMIT)
  const script = await readFile(join(build, 'background.js'), 'utf8')
  expect(script).not.toContain(DEXIE)
  // Nothing else, as each file more costs each start.
  expect(new Set(script.match(/require\("[^"]+"\)/g))).toEqual(new Set(['require("./whole.js")']))
})

test('Chromium’s pages have the database from a script of the worker, which stands alone', async () => {
  const build = folderOf(CHROMIUM)
  const script = await readFile(join(build, 'database.js'), 'utf8')
  expect(script).toContain(DEXIE)
  expect(script).toContain('exports.Database=')
  // A page cannot import more of the worker's scripts.
  expect(script).not.toContain('require("')
  expect(await laterCode(build)).not.toContain(DEXIE)
})

test('the sample inbox is a small part of the worker, and none of what pages load', async () => {
  const entry = 'lib/api/sample/createSampleApi.ts'
  const lib = { entry, formats: ['es' as const] }
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, copyPublicDir: false, minify: true, lib },
  })
  const code = Array.isArray(built) ? built[0]?.output[0].code : undefined
  expect(code).toContain('sample_mira_1')
  expect(gzipSync(code ?? '').length).toBeLessThanOrEqual(SAMPLE_LIMIT)
  const folder = folderOf(CHROMIUM)
  expect(await codeOf(folder, 'background.js')).toContain('sample_mira_1')
  for (const page of ['popup.html', 'sidepanel.html'])
    expect(await codeOf(folder, page)).not.toMatch(/sample_(mira|leave|try)/)
  expect(await laterCode(folder)).not.toContain('sample_mira')
})

for (const limits of [CHROMIUM, FIREFOX]) {
  const { name } = limits
  const build = folderOf(limits)
  test.each(Object.entries(limits.paths))(
    `${name}: all that %s loads first packs to at most %i bytes`,
    async (entry, limit) => {
      const files = await pathFiles(build, entry)
      expect(await gzipSize(build, files)).toBeLessThanOrEqual(limit)
    },
  )

  test(`${name}: the zip is small, and each language adds little`, async () => {
    const inEnglish = await zipSize(build, TRANSLATED)
    expect(inEnglish).toBeLessThanOrEqual(limits.zip)
    const others = (await readdir(join(build, '_locales'))).length - 1
    expect((await zipSize(build)) - inEnglish).toBeLessThanOrEqual(others * LANGUAGE_LIMIT)
  })

  test(`${name}: the worker has no zod, the popup loads no search or settings either, the panel no results, and neither Dexie, before they are needed`, async () => {
    const popup = await codeOf(build, 'popup.html')
    for (const mark of Object.values(MARKS)) expect(popup).not.toContain(mark)
    expect(await codeOf(build, 'background.js')).not.toContain(MARKS.zod)
    for (const mark of [MARKS.search, DEXIE])
      expect(await codeOf(build, 'sidepanel.html')).not.toContain(mark)
    expect(popup).not.toContain(DEXIE)
    for (const mark of [MARKS.zod, MARKS.search]) expect(await laterCode(build)).toContain(mark)
    expect(await codeOf(build, 'options.html')).toContain(MARKS.settings)
  })
}
