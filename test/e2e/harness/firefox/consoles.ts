import type { Problems } from '../problems.ts'
import type { ChromeScope } from './chromeScope.ts'

/** What a script of the extension threw, or wrote to its console. */
interface Entry {
  readonly kind: 'exception' | 'console'
  readonly level: string
  readonly text: string
  /** Address of the page it ran in; empty for one that is gone. */
  readonly page: string
}

interface ConsoleOptions {
  readonly chrome: ChromeScope
  /** Address of the extension, ending with a slash. */
  readonly origin: string
  /** Address of a page whose complaints are the harness's own. */
  readonly probe: string
  readonly problems: Problems
  readonly heard: (text: string) => void
}

/** What Firefox itself remarks where a page closes before it was answered; no promise of ours is left open by it. */
const LEFT = /^Promise (resolved|rejected) after context unloaded/
/** The empty style that Playwright puts into a page it takes a picture of, by its hash. */
const PICTURED = 'sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT+SmwNZWA='

/** Errors and consoles are heard in the process that they are in; Firefox's own hears some of it a second time. */
const IN_EACH_PROCESS = `if (Services.appinfo.processType !== Services.appinfo.PROCESS_TYPE_DEFAULT) {
  const tell = (kind, level, text, windowId, file) => {
    sendAsyncMessage('parley:heard', { kind, level, text, windowId, file })
  }
  const { warningFlag, infoFlag } = Ci.nsIScriptError
  Services.console.registerListener({
    QueryInterface: ChromeUtils.generateQI(['nsIConsoleListener']),
    observe(said) {
      if (!(said instanceof Ci.nsIScriptError)) return
      const level = said.flags & (warningFlag | infoFlag) ? 'warn' : 'error'
      tell('exception', level, said.errorMessage, said.innerWindowID, said.sourceName)
    },
  })
  const everyone = Cc['@mozilla.org/systemprincipal;1'].createInstance(Ci.nsIPrincipal)
  Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).addLogEventListener(
    ({ wrappedJSObject: said }) => {
      const text = [...said.arguments].map(String).join(' ')
      tell('console', said.level, text, Number(said.innerID) || 0, said.filename)
    },
    everyone,
  )
}`

/**
 * Tells of everything the extension's pages and its background throw and write to their consoles. Firefox does not tell
 * Playwright of either, so it is heard where all of Firefox's own consoles are.
 */
export async function listenToConsoles({
  chrome,
  origin,
  probe,
  problems,
  heard,
}: ConsoleOptions): Promise<void> {
  await chrome.evaluate(listening(origin))
  void (async () => {
    while (!chrome.closed) {
      const entries: Entry[] = JSON.parse(await chrome.evaluate<string>('parleyHeard()').catch(() => '[]'))
      for (const { kind, level, text, page } of entries) {
        if (kind === 'console') heard(text)
        const isOurs = page === probe || LEFT.test(text) || text.includes(PICTURED)
        if (level === 'error' && !isOurs) problems.addAt(page, kind, text)
      }
    }
  })()
}

/** To be run in Firefox's own scope: makes `parleyHeard()` there, which answers once there is something. */
function listening(origin: string): string {
  return `{
    const origin = ${JSON.stringify(origin)}
    const kept = []
    let tell = () => undefined
    globalThis.parleyHeard = async () => {
      if (kept.length === 0) await new Promise((resolve) => { tell = resolve })
      return JSON.stringify(kept.splice(0))
    }
    Services.ppmm.addMessageListener('parley:heard', ({ data: { kind, level, text, windowId, file } }) => {
      const page = WindowGlobalParent.getByInnerWindowId(windowId)?.documentURI?.spec ?? ''
      if (!page.startsWith(origin) && !String(file).startsWith(origin)) return
      kept.push({ kind, level, text, page })
      tell()
    })
    const script = ${JSON.stringify(IN_EACH_PROCESS)}
    Services.ppmm.loadProcessScript('data:application/javascript,' + encodeURIComponent(script), true)
  }`
}
