import { mkdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Page } from 'playwright-core'
import { ROOT } from '../e2e/harness/build.ts'

/** Where the pictures of the tour go. */
const SHOTS_DIR = join(ROOT, '.output', 'demo')

/** Empties the folder of pictures. */
export async function prepareShots(): Promise<void> {
  await rm(SHOTS_DIR, { recursive: true, force: true })
  await mkdir(SHOTS_DIR, { recursive: true })
}

/** Photographs a page in light and in dark, and returns what was written. */
export async function shoot(page: Page, name: string): Promise<string> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: join(SHOTS_DIR, `${name}-${colorScheme}.png`), animations: 'disabled' })
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
  return `${relative(ROOT, join(SHOTS_DIR, name))}-{light,dark}.png`
}
