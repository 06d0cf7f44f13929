import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface AxeResults {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[]
}

/** Base UI's focus guards are a false alarm: see components/ui/Menu. */
const EXCEPT = { exclude: ['[data-base-ui-focus-guard]'] }

/** What axe finds wrong. The script is put in through the debugger: the pages' own policy would refuse it. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'))
  await page.evaluate(allMoved)
  const results = await page.evaluate((except) => {
    // Firefox crashes on some of `ariaLabelledByElements` and the like. Without these axe goes by the ids in the attributes, and
    // nothing of ours names an element in another way.
    for (const name of Object.getOwnPropertyNames(Element.prototype))
      if (/^aria\w+Elements?$/.test(name)) Reflect.deleteProperty(Element.prototype, name)
    return (globalThis as unknown as { axe: { run(context: object): Promise<AxeResults> } }).axe.run(except)
  }, EXCEPT)
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
  )
}

/** Run in a page: waits for what is fading in, whose colours are not its own yet. */
async function allMoved(): Promise<void> {
  const moving = document.getAnimations().filter(({ effect, playState }) => {
    const { endTime } = effect?.getComputedTiming() ?? {}
    return playState === 'running' && Number.isFinite(endTime)
  })
  await Promise.allSettled(moving.map(({ finished }) => finished))
}
