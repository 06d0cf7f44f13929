import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { isBranded } from '../../../browser/browserPaths.ts'
import type { BrowserRun, RunOptions } from '../browserRun.ts'
import { waitUntil } from '../waitUntil.ts'
import { browserArgs } from './browserArgs.ts'
import { chromiumDoors } from './chromiumDoors.ts'
import { ExtensionViews } from './extensionViews.ts'
import { WorkerControl } from './workerControl.ts'

/** Starts a browser of the Chromium family with the extension and waits until its service worker is there. */
export async function startChromium(options: RunOptions): Promise<BrowserRun> {
  const { browserPath, userDataDir, headless, language, problems } = options
  // Left behind by the run before; it must not be taken for this run's.
  await rm(join(userDataDir, 'DevToolsActivePort'), { force: true })
  const context = await chromium.launchPersistentContext(userDataDir, {
    executablePath: browserPath,
    headless,
    args: [...browserArgs(options), ...(language ? [`--lang=${language}`] : [])],
    ...(language ? inLanguage(language) : {}),
    ignoreDefaultArgs: ['--disable-extensions', ...(language ? ['--lang=en-US'] : [])],
    // Pages get their size and colours one by one; the window and the side panel keep the real ones.
    viewport: null,
    colorScheme: null,
    // The callers stop the browser themselves, together with what else they started.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  try {
    problems.watchContext(context)
    context.on('console', (message) => options.heard(message.text()))
    const extensionId = await findExtension(context, await debugOf(context), options)
    const page = context.pages()[0] ?? (await context.newPage())
    problems.ignorePage(page)
    return await enter(context, extensionId, page, options)
  } catch (error) {
    await context.close()
    throw error
  }
}

/** @param probe a page that is to become the probe */
async function enter(
  context: BrowserContext,
  extensionId: string,
  probe: Page,
  options: RunOptions,
): Promise<BrowserRun> {
  const { userDataDir, problems } = options
  const origin = `chrome-extension://${extensionId}/`
  // While the browser is loading the extension, it has no pages.
  await waitUntil(() => probe.goto(`${origin}manifest.json`).then(() => true), {
    what: 'the extension to be loaded',
  })
  const debug = await debugOf(context)
  const worker = await WorkerControl.attach({ context, probe, debug, extensionId, problems })
  const views = new ExtensionViews({ userDataDir, probe, problems })
  return {
    context,
    origin,
    probe,
    worker,
    openPopup: async () => {
      await worker.evaluate(() => chrome.action.openPopup(), undefined)
      return views.page('POPUP')
    },
    panelPage: () => views.page('SIDE_PANEL'),
    panelIsOpen: () => views.isOpen('SIDE_PANEL'),
    setOffline: async (offline) => {
      await context.setOffline(offline)
      await views.setOffline(offline)
    },
    doors: chromiumDoors(context, worker),
    async savedBy(page, work) {
      const saved = page.waitForEvent('download')
      await work()
      const download = await saved
      return { name: download.suggestedFilename(), path: await download.path() }
    },
    clickNotification: (id, button) => worker.evaluate(clickInWorker, [id, button] as const),
    update: async (put) => {
      await views.close()
      await put()
      const page = await context.newPage()
      problems.ignorePage(page)
      const gone = probe.waitForEvent('close')
      await reload(page, extensionId)
      await gone
      return enter(context, extensionId, page, options)
    },
    quit: async () => {
      await views.close()
      await context.close()
    },
  }
}

/** Reloads the extension from its folder, by way of the page of all extensions. */
async function reload(page: Page, extensionId: string): Promise<void> {
  await page.goto('chrome://extensions')
  await page.evaluate(async (id) => {
    const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate }
    // Browsers reload from a folder for developers only.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
    await developerPrivate.reload(id, { failQuietly: true })
  }, extensionId)
}

/** What the page of all extensions has, and no type knows. */
interface DeveloperPrivate {
  updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>
  reload(id: string, options: { failQuietly: boolean }): Promise<unknown>
}

async function debugOf(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser()
  if (!browser) throw new Error('The browser gave no debugging session')
  return browser.newBrowserCDPSession()
}

/** On Linux a browser takes its language from the environment alone, elsewhere from its switch. */
function inLanguage(language: string) {
  return {
    env: { ...process.env, LANG: `${language}.UTF-8`, LC_ALL: `${language}.UTF-8`, LANGUAGE: language },
  }
}

async function findExtension(
  context: BrowserContext,
  debug: CDPSession,
  { browserPath, extensionDir }: RunOptions,
): Promise<string> {
  if (isBranded(browserPath)) {
    const loaded = await debug.send('Extensions.loadUnpacked', { path: extensionDir })
    return loaded.id
  }
  const worker = context.serviceWorkers()[0] ?? (await firstWorker(context, extensionDir))
  return new URL(worker.url()).host
}

async function firstWorker(context: BrowserContext, extensionDir: string) {
  try {
    return await context.waitForEvent('serviceworker', { timeout: 20_000 })
  } catch (cause) {
    throw new Error(`The browser started no service worker for the extension in ${extensionDir}`, { cause })
  }
}

/** What the browser does on a click, without the user gesture that a real one may carry. */
function clickInWorker([id, button]: readonly [string, number | undefined]): void {
  const { onClicked, onButtonClicked } = chrome.notifications as unknown as Record<
    'onClicked' | 'onButtonClicked',
    { dispatch(id: string, button?: number): void }
  >
  if (button === undefined) onClicked.dispatch(id)
  else onButtonClicked.dispatch(id, button)
}
