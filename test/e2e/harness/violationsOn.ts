import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { can } from './can.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface AxeResults {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[]
}

/** Base UI's focus guards are a false alarm: see components/ui/Menu. */
const EXCEPT = { exclude: ['[data-base-ui-focus-guard]'] }

/**
 * What axe finds wrong; nothing where it does not run to its end, as pages are the same in each browser. The script is put in
 * through the debugger: the pages' own policy would refuse it.
 */
export async function violationsOn(page: Page): Promise<string[]> {
  if (!can('runAxe')) return []
  await page.evaluate(await readFile(AXE, 'utf8'))
  const results = await page.evaluate(
    (except) =>
      (globalThis as unknown as { axe: { run(context: object): Promise<AxeResults> } }).axe.run(except),
    EXCEPT,
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
  )
}
