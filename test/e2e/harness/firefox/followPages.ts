import type { ChromeScope } from './chromeScope.ts'

const FOLLOWER =
  'chrome://remote/content/shared/messagehandler/transports/js-window-actors/MessageHandlerFrameChild.sys.mjs'

/** For the processes of pages; Firefox's own has none that are to be followed. */
const IN_EACH_PROCESS = `if (Services.appinfo.processType !== Services.appinfo.PROCESS_TYPE_DEFAULT) {
  const { prototype } = ChromeUtils.importESModule('${FOLLOWER}').MessageHandlerFrameChild
  const { handleEvent } = prototype
  prototype.handleEvent = function (event) {
    if (event.type === 'DOMWindowCreated') this._registry.createAllMessageHandlers()
    else handleEvent.call(this, event)
  }
}`

/**
 * Has Firefox follow pages of extensions as it does all others: it tells Playwright of their realms and loads, and runs in
 * them what is to run before their own scripts. By itself it leaves them out until it is asked for something in them.
 */
export function followPages(chrome: ChromeScope): Promise<undefined> {
  return chrome.evaluate(`{
    const script = ${JSON.stringify(IN_EACH_PROCESS)}
    Services.ppmm.loadProcessScript('data:application/javascript,' + encodeURIComponent(script), true)
    undefined
  }`)
}
