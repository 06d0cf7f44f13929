import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'

export interface Picture {
  path: string
  label: string
  width: number
}

const SHEET = 1900

/** Lays pictures side by side on a few large ones, so that many states can be compared at a glance. */
export async function makeSheets(browser: Browser, pictures: readonly Picture[], out: string): Promise<void> {
  for (const [at, sheet] of splitByWidth(pictures).entries()) {
    const figures = await Promise.all(
      sheet.map(async ({ path, label, width }) => {
        const data = (await readFile(path)).toString('base64')
        return `<figure><figcaption>${label}</figcaption><img width="${width}" src="data:image/png;base64,${data}"></figure>`
      }),
    )
    const page = await browser.newPage({ viewport: { width: SHEET, height: 400 } })
    await page.setContent(
      `<style>body{margin:12px;display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start;background:#8a8a8a;font:12px sans-serif}figure{margin:0}</style>${figures.join('')}`,
    )
    await page.screenshot({ path: join(out, `sheet-${String(at + 1).padStart(2, '0')}.png`), fullPage: true })
    await page.close()
  }
}

/** Two rows' worth of pictures a sheet: more could not be read. */
function splitByWidth(pictures: readonly Picture[]): Picture[][] {
  const sheets: Picture[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const picture of pictures) {
    if (used + picture.width > 2 * SHEET - 300) {
      sheets.push([])
      used = 0
    }
    sheets.at(-1)?.push(picture)
    used += picture.width + 16
  }
  return sheets
}
