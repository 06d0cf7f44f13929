import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startWhole } from '../background/whole.ts'

declare global {
  /** What this script brings; the worker of Chromium imports it once that is needed. */
  var parley: { startWhole: typeof startWhole } | undefined
}

export default defineUnlistedScript({
  exclude: ['firefox'],
  main() {
    globalThis.parley = { startWhole }
  },
})
