import type { Page } from 'playwright-core'
import { alternate } from '../alternate.ts'
import type { Measured } from '../measured.ts'
import { openWatched, rest } from '../opening.ts'
import { response } from '../response.ts'
import type { Place, Stage } from '../stage.ts'

/** Wide enough for the list beside the conversation. */
const SIZE = { width: 1280, height: 800 }

/**
 * From a click on a row to the newest screen of that thread; compared with the same for a thread of 50 messages whose
 * newest screen holds nearly as many bubbles. Each time the same third thread is left for it.
 */
export async function switching(stage: Stage): Promise<Measured[]> {
  const { long, short } = stage
  const [first, second] = short
  await rest(stage, true)
  const start = `sidepanel.html#/c/${encodeURIComponent(first.id)}`
  const { page } = await openWatched(stage, start, newestOf(first), SIZE)
  const times = await alternate(stage.quick ? 3 : 20, {
    async product() {
      await go(page, second)
      return go(page, long)
    },
    async floor() {
      await go(page, second)
      return go(page, first)
    },
  })
  await page.close()
  return [{ what: 'switching to the longest thread', unit: 'ms', ...times }]
}

function newestOf({ title, newest }: Place) {
  return {
    selector: `[role=log][aria-label=${JSON.stringify(`Messages with ${title}`)}] article`,
    text: newest,
  }
}

async function go(page: Page, place: Place): Promise<number> {
  const row = page
    .getByRole('list', { name: 'Conversations' })
    .locator('button[data-row]')
    .filter({ hasText: place.title })
    .first()
  return response(page, 'click', newestOf(place), () => row.click())
}
