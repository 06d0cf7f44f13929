import type { Locator, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { Harness } from './harness.ts'
import { type Scene, type SceneOptions, startScene } from './scene.ts'
import { tellPages } from './tellPages.ts'

/** A scene that ends with its test, and tells what was on the screen where that fails. */
export async function story(options: SceneOptions = {}): Promise<Scene> {
  const scene = await startScene(options)
  onTestFinished(async ({ task }) => {
    const shown = task.result?.state === 'fail' ? await tellPages(scene.harness) : null
    await scene.stop()
    if (shown !== null) throw new Error(shown)
  })
  return scene
}

/** Opens the panel page in a tab, on the conversation of a thread key. */
export async function openThread(harness: Harness, accountId: string, key: string): Promise<Page> {
  const id = encodeURIComponent(`${accountId}/inbox/${key}`)
  const page = await harness.openPage(`sidepanel.html#/c/${id}`)
  await page.getByRole('log').waitFor()
  return page
}

/** Writes a reply and sends it by Enter. */
export async function writeReply(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: /^Reply to/ })
  await box.fill(text)
  await box.press('Enter')
}

/** The mark of a reply that went out, on its own bubble: one that stood there before may have it too. */
export function sentMark(page: Page, text: string): Locator {
  const bubble = page.getByRole('log').getByRole('article').filter({ hasText: text })
  return bubble.getByText('Sent', { exact: true })
}

/** The page stays on screen, but the user works in another window: nothing on it counts as read. */
export async function lookAway(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.hasFocus = () => false
    window.dispatchEvent(new Event('blur'))
  })
}
