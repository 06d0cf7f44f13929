import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, firefox, type Page } from 'playwright-core'
import type { BrowserRun, RunOptions } from '../browserRun.ts'
import { freePort } from '../freePort.ts'
import { waitUntil } from '../waitUntil.ts'
import { ChromeScope } from './chromeScope.ts'
import { listenToConsoles } from './consoles.ts'
import { savedDuring } from './downloads.ts'
import { EventPage } from './eventPage.ts'
import { firefoxDoors } from './firefoxDoors.ts'
import { FirefoxViews } from './firefoxViews.ts'
import { followPages } from './followPages.ts'
import { hostAccessOf } from './hostAccess.ts'
import { leaveFocusToPages } from './leaveFocus.ts'
import { packFolder } from './packFolder.ts'
import { policyFileOf, writePolicy } from './policyFile.ts'
import { RELAY_FIREFOX, RELAY_PORT } from './relayNames.ts'

/** The address Firefox gives the extension; without being told it makes one up in each profile. */
const UUID = '8d1f6f0a-3c1b-4d51-9a55-0f6f3a2b7c11'
/** A file of the extension that is no page of it. Firefox shows JSON in a viewer of its own, so not the manifest. */
const PLAIN_FILE = 'icons/icon.svg'

/** Starts Firefox with the extension installed and waits until it can be asked. */
export async function startFirefox(options: RunOptions): Promise<BrowserRun> {
  const { userDataDir, headless, language, problems } = options
  const { id, xpi } = await packFolder(options.extensionDir)
  await putInto(join(userDataDir, 'extensions'), `${id}.xpi`, xpi)
  const home = homeIn(userDataDir)
  await mkdir(home, { recursive: true })
  const port = await freePort()
  const context = await firefox.launchPersistentContext(userDataDir, {
    channel: 'moz-firefox',
    executablePath: await relayProgram(userDataDir),
    headless,
    args: ['--remote-allow-system-access'],
    viewport: null,
    env: {
      ...process.env,
      HOME: home,
      [RELAY_PORT]: String(port),
      [RELAY_FIREFOX]: options.browserPath,
    },
    firefoxUserPrefs: {
      // The add-on is not signed, lies in the profile, and is to run at once.
      'xpinstall.signatures.required': false,
      'extensions.autoDisableScopes': 0,
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      // Notifications as windows of Firefox's own, which can be clicked.
      'alerts.useSystemBackend': false,
      // Stops the event page when it is asked to, and not by itself in the middle of a test.
      'extensions.background.idle.timeout': 3_600_000,
      // No processes that wait for sites, and no asking for Mozilla's trials: no test has either.
      'dom.ipc.processPrelaunch.enabled': false,
      'app.normandy.enabled': false,
      // For `setOffline`: a proxy that is not there, for what goes to this machine as well.
      'network.proxy.type': 5,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': 1,
      'network.proxy.allow_hijacking_localhost': true,
      // A mouse, fine and able to hover (2 and 4), where the machine has no pointer of its own.
      'ui.primaryPointerCapabilities': 6,
      'ui.allPointerCapabilities': 6,
      // Where nobody looks, a turn of the wheel is one move, so that every other move shows.
      'general.smoothScroll': !headless,
      // Its list of downloads would take the keys that are meant for the page.
      'browser.download.alwaysOpenPanel': false,
      // Pages read the clipboard without asking anybody.
      'dom.events.testing.asyncClipboard': true,
      // As far as there is a language pack for it.
      ...(language ? { 'intl.locale.requested': language } : {}),
    },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  try {
    const chrome = await ChromeScope.connect(port)
    const origin = `moz-extension://${UUID}/`
    await followPages(chrome)
    await leaveFocusToPages(chrome)
    await listenToConsoles({ chrome, origin, probe: origin + PLAIN_FILE, problems, heard: options.heard })
    return await enter({ context, chrome, id, origin, options }, context.pages()[0])
  } catch (error) {
    await context.close()
    throw error
  }
}

/** What lies in the home of whoever runs the tests decides nothing in them. */
function homeIn(userDataDir: string): string {
  return join(userDataDir, 'home')
}

/** What is there already is left alone: once touched, it is started twice, and forgets in between what it had in memory. */
async function putInto(folder: string, name: string, content: Uint8Array): Promise<void> {
  const path = join(folder, name)
  const there = await readFile(path).catch(() => undefined)
  if (there?.equals(content)) return
  await mkdir(folder, { recursive: true })
  await writeFile(path, content)
}

interface Started {
  readonly context: BrowserContext
  readonly chrome: ChromeScope
  /** Of the extension. */
  readonly id: string
  readonly origin: string
  readonly options: RunOptions
}

/** @param page one that is to become the probe */
async function enter(started: Started, page?: Page): Promise<BrowserRun> {
  const { context, chrome, id, origin, options } = started
  const probe = await openProbe(page ?? (await context.newPage()), chrome, id, origin + PLAIN_FILE)
  const policyFile = await policyFileOf(chrome, id)
  const views = new FirefoxViews(chrome, context, probe, origin)
  return {
    context,
    origin,
    probe,
    worker: new EventPage(chrome, probe, id),
    openPopup: () => views.openPopup(),
    panelPage: () => views.panelPage(),
    panelIsOpen: () => views.sidebarIsOpen(),
    setOffline: (offline) => setOffline(chrome, offline),
    doors: firefoxDoors({ chrome, context, probe, views }),
    savedBy: (_, work) => savedDuring(chrome, work),
    access: hostAccessOf(chrome, id),
    writePolicy: (policy) => writePolicy(policyFile, homeIn(options.userDataDir), policy),
    clickNotification: (notice, button) => views.clickNotification(notice, button),
    update: async (put) => {
      await put()
      const page = await context.newPage()
      await install(chrome, options)
      return enter(started, page)
    },
    quit: async () => {
      chrome.close()
      await context.close()
    },
  }
}

/** The extension is installed while the browser starts. Who asks for its files before that may wait for ever. */
async function openProbe(probe: Page, chrome: ChromeScope, id: string, address: string): Promise<Page> {
  const ready = `(async () => {
    const policy = WebExtensionPolicy.getByID(${JSON.stringify(id)})
    await policy?.readyPromise
    return policy?.active === true
  })()`
  await waitUntil(() => chrome.evaluate<boolean>(ready), {
    what: 'the extension to be installed, which only ESR, Developer Edition and Nightly do with one nobody signed',
  })
  await waitUntil(
    async () => {
      // Firefox does not always tell that it has gone where it was sent just after its start; it is sent again then.
      await probe.goto(address, { waitUntil: 'commit', timeout: 5_000 })
      return probe.evaluate(() => 'browser' in globalThis)
    },
    { what: 'a file of the extension', interval: 200 },
  )
  return probe
}

/** Installs what is in the folder now in place of what was, as from a file: an update to a higher version. */
async function install(chrome: ChromeScope, { extensionDir, userDataDir }: RunOptions): Promise<void> {
  const { xpi } = await packFolder(extensionDir)
  const file = join(userDataDir, 'update.xpi')
  await writeFile(file, xpi)
  await chrome.evaluate<undefined>(`(async () => {
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
    const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs')
    const install = await AddonManager.getInstallForFile(new FileUtils.File(${JSON.stringify(file)}))
    await install.install()
  })()`)
}

/** Without a network Firefox still goes to its own machine, where the sandbox is; so the way there ends at a dead proxy. */
function setOffline(chrome: ChromeScope, offline: boolean): Promise<undefined> {
  const proxy = offline ? 1 : 5
  return chrome.evaluate(`{
    Services.prefs.setIntPref('network.proxy.type', ${proxy})
    Services.io.offline = ${offline}
    undefined
  }`)
}

/** A program that is this repository's relay: Playwright starts one program, not a script with an interpreter. */
async function relayProgram(userDataDir: string): Promise<string> {
  const program = join(userDataDir, 'relay.sh')
  const relay = fileURLToPath(new URL('./relay.ts', import.meta.url))
  await writeFile(program, `#!/bin/sh\nexec "${process.execPath}" --import tsx "${relay}" "$@"\n`)
  await chmod(program, 0o755)
  return program
}
