import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject, onTestFinished, test } from 'vitest'
import type { Messages } from '../fixtures/speak.ts'
import { ROOT } from './harness/build.ts'
import { can } from './harness/can.ts'
import { cutTexts } from './harness/cutTexts.ts'
import type { Harness } from './harness/harness.ts'
import { imported } from './harness/imported.ts'
import { launchExtension } from './harness/launch.ts'
import { story } from './harness/story.ts'
import { violationsOn } from './harness/violationsOn.ts'

const FOLDER = join(ROOT, 'public/_locales')
const LANGUAGES = readdirSync(FOLDER)
const textsOf = (language: string): Messages =>
  JSON.parse(readFileSync(join(FOLDER, language, 'messages.json'), 'utf8'))

test.runIf(can('speakAnyLanguage'))('a browser in German has Parley in German', async () => {
  const harness = await launchExtension({
    browser: inject('browser'),
    extensionDir: inject('extensionDir'),
    browserPath: inject('browserPath'),
    language: 'de',
  })
  onTestFinished(() => harness.close())
  const page = await harness.openPage('popup.html', { width: 360, height: 600 })
  const heading = textsOf('de').onboarding_title?.message ?? ''
  await page.getByRole('heading', { name: heading }).waitFor()
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    'de',
    'ltr',
  ])
})

// Nine languages, four pages each.
test('in panel and options of 320 px, and the popup, nothing is cut or runs out of a page, and axe finds nothing, in any language', {
  timeout: 500_000,
}, async () => {
  const { harness } = await story({ sandbox: { conversations: 12, unread: 5, accounts: 2 } })
  await imported(harness)
  const found: string[] = []
  for (const language of LANGUAGES) {
    for (const [name, page] of await openAll(harness, language)) {
      const faults = [...(await page.evaluate(cutTexts)), ...(await violationsOn(page))]
      found.push(...faults.map((fault) => `${language}, ${name}: ${fault}`))
      await page.close()
    }
  }
  expect(found).toEqual([])
})

/** The pages as a browser of that language shows them. */
async function openAll(harness: Harness, language: string): Promise<[string, Page][]> {
  const open = async (path: string, width = 320): Promise<Page> => {
    const page = await harness.context.newPage()
    await page.setViewportSize({ width, height: 720 })
    await page.addInitScript(speakHere, { messages: textsOf(language), tag: language.replace('_', '-') })
    await page.goto(harness.url(path))
    return page
  }
  const popup = await open('popup.html', 360)
  await popup.getByRole('listitem').nth(2).waitFor()
  const list = await open('sidepanel.html#/')
  await list.getByRole('listitem').nth(5).waitFor()
  const thread = await open('sidepanel.html#/')
  await thread.getByRole('listitem').nth(1).getByRole('button').first().click()
  await thread.getByRole('article').last().waitFor()
  const options = await open('options.html')
  await options.getByRole('heading', { level: 2 }).nth(7).waitFor()
  return [
    ['popup', popup],
    ['list', list],
    ['conversation', thread],
    ['options', options],
  ]
}

/** What `speak` of the fixtures does, in a page of the extension, before its own code. */
function speakHere({ messages, tag }: { messages: Messages; tag: string }): void {
  // Firefox gives a page its browser's APIs a moment later, yet before the page's own code.
  if (globalThis.chrome?.i18n) speak()
  else document.addEventListener('readystatechange', speak, { once: true })

  function speak() {
    const { i18n } = (globalThis as { browser?: typeof chrome }).browser ?? chrome
    Object.assign(i18n, {
      getUILanguage: () => tag,
      getMessage(key: string, values: readonly string[] = []) {
        const { message = '', placeholders = {} } = messages[key] ?? {}
        const numbered = message.replace(
          /\$(\w+)\$/g,
          (whole, name: string) => placeholders[name]?.content ?? whole,
        )
        return numbered.replace(/\$([1-9])/g, (_, place: string) => values[Number(place) - 1] ?? '')
      },
    })
  }
}
