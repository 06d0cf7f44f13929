import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { quiet } from './inPage.ts'
import { launchBrowser, openPage } from './openPage.ts'
import { SCENES } from './page/scenes.ts'
import { serve } from './serve.ts'

/*
 * Pictures of every state of a thread, in light and dark, at three widths, and what axe has to say about each.
 * `npx tsx test/scroll/looks.ts [scene …]` writes to .output/thread-looks/.
 */
const OUT = '.output/thread-looks'
const WIDTHS = [320, 400, 900] as const
const wanted = process.argv.slice(2)
const scenes = Object.keys(SCENES).filter(
  (name) => name !== 'long' && (wanted.length === 0 || wanted.includes(name)),
)

interface Violation {
  id: string
  nodes: { html: string; failureSummary: string }[]
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
await mkdir(OUT, { recursive: true })
const site = await serve()
const browser = await launchBrowser()
let complaints = 0
for (const scene of scenes) {
  for (const width of WIDTHS) {
    for (const theme of ['light', 'dark'] as const) {
      const narrow = width < 720 ? '&narrow' : ''
      const url = `${site.url}?scene=${scene}&theme=${theme}${narrow}`
      const { page, errors } = await openPage(browser, url, { width, height: 640 })
      await page.getByRole('textbox').waitFor()
      await quiet(page)
      if (SCENES[scene]?.atTop) {
        await page.getByRole('log').evaluate((log) => log.scrollTo(0, 0))
        await quiet(page)
      }
      if (scene === 'short') await page.getByRole('button', { name: 'Snippets' }).click()
      await page.screenshot({ path: `${OUT}/${scene}-${width}-${theme}.png` })
      const violations = width === 400 ? await axeViolations(page) : []
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      for (const violation of violations) {
        complaints++
        const [node] = violation.nodes
        console.log(`${scene} ${width} ${theme}: ${violation.id}\n  ${node?.html}\n  ${node?.failureSummary}`)
      }
      for (const error of [...errors, ...(wide ? ['scrolls sideways'] : [])]) {
        complaints++
        console.log(`${scene} ${width} ${theme}: ${error}`)
      }
      await page.context().close()
    }
  }
}
await browser.close()
await site.close()
console.log(`${scenes.length} scenes, ${complaints} complaints`)
process.exitCode = complaints === 0 ? 0 : 1

async function axeViolations(page: Page): Promise<Violation[]> {
  await page.evaluate(axe)
  const run = () =>
    (window as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe.run()
  return (await page.evaluate(run)).violations
}
