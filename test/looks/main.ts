import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { build, preview } from 'vite'
import { findBrowser } from '../browser/findBrowser.ts'
import { makeSheets, type Picture } from './makeSheets.ts'
import { SHOTS, type Shot } from './shots.ts'

/*
 * Takes a picture of every state of the pages on made-up data, and runs axe on each: `tsx test/looks/main.ts [parts of names]`.
 * Pictures, contact sheets and what axe found are in .output/looks. Exits with 1 where axe found something.
 */
const OUT = join(import.meta.dirname, '../../.output/looks')
const CSS_TARGET = ['chrome123', 'firefox142']
const wanted = (process.argv[2] ?? '').split(',')
const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// Built rather than served by file: a picture a second instead of one in ten, and the CSS is what users get.
const site = join(OUT, 'site')
const common = { root: join(import.meta.dirname, 'page'), configFile: false, logLevel: 'error' } as const
await build({
  ...common,
  build: { outDir: site, emptyOutDir: true, target: 'es2022', cssTarget: CSS_TARGET },
})
const server = await preview({ ...common, build: { outDir: site }, preview: { port: 0, host: '127.0.0.1' } })
const base = server.resolvedUrls?.local[0] ?? ''
await mkdir(OUT, { recursive: true })
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox'],
})

const pictures: Picture[] = []
const findings: string[] = []
try {
  for (const shot of SHOTS.filter(({ name }) => wanted.some((part) => name.includes(part)))) {
    for (const scheme of ['light', 'dark'] as const) {
      for (const width of shot.widths) await take(browser, shot, scheme, width)
      for (const width of shot.rtl ?? []) await take(browser, shot, scheme, width, 'rtl')
    }
  }
  await makeSheets(browser, pictures, OUT)
} finally {
  await browser.close()
  await server.close()
}
await writeFile(join(OUT, 'findings.txt'), findings.join('\n'))
process.stdout.write(
  `${pictures.length} pictures in ${OUT}\n${findings.join('\n')}\n${findings.length} findings\n`,
)
process.exit(findings.length > 0 ? 1 : 0)

async function take(
  chrome: Browser,
  shot: Shot,
  scheme: 'light' | 'dark',
  width: number,
  dir: 'ltr' | 'rtl' = 'ltr',
): Promise<void> {
  const label = `${shot.name}-${width}-${scheme}${dir === 'rtl' ? '-rtl' : ''}`
  const height = shot.height ?? 720
  const context = await chrome.newContext({ viewport: { width, height }, colorScheme: scheme })
  const page = await context.newPage()
  page.on('pageerror', (error) => findings.push(`${label}: ${error.message}`))
  page.on('console', (line) => {
    if (line.type() === 'error') findings.push(`${label}: console: ${line.text()}`)
  })
  await page.goto(`${base}?page=${shot.page}&world=${shot.world}&dir=${dir}${shot.hash ?? ''}`)
  await page.waitForSelector('h1, h2, [aria-hidden]', { state: 'attached', timeout: 10_000 }).catch(() => {})
  await page.waitForTimeout(350)
  await shot.act?.(page)
  await page.waitForTimeout(300)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (wide > 0) findings.push(`${label}: ${wide} px wider than the window`)
  const path = join(OUT, `${label}.png`)
  await page.screenshot({ path, fullPage: shot.full ?? false })
  pictures.push({ path, label, width })
  await page.evaluate(axeSource)
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: object): Promise<{ violations: Violation[] }> }
    }
    // Base UI's focus guards are a false alarm: see components/ui/Menu.
    return (await axe.run({ exclude: ['[data-base-ui-focus-guard]'] })).violations.map(
      ({ id, nodes }) =>
        `${id} at ${nodes
          .map(({ target }) => target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    )
  })
  for (const violation of found) findings.push(`${label}: axe: ${violation}`)
  await context.close()
}

interface Violation {
  id: string
  nodes: { target: string[] }[]
}
