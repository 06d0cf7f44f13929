import { connectInbox } from '../e2e/harness/connectInbox.ts'
import type { Stage } from './stage.ts'
import { openPanel } from './tour.ts'

/** Connects the extension, opens the side panel and leaves the browser to the user until it is closed. */
export async function runLive({ sandbox, harness }: Stage, say: (line: string) => void): Promise<void> {
  const options = await harness.openPage('options.html', { width: 900, height: 760 })
  await connectInbox(options, sandbox.key)
  await openPanel(harness, say)
  await options.close()
  // The harness's own tab shows the manifest; settings are the nicer sight beside the panel.
  await harness.probe.goto(harness.url('options.html'))
  sandbox.startTraffic({ everyMs: 20_000 })
  say('A new message arrives every 20 seconds. Ctrl-C stops the browser and the stand-in API.')
  await new Promise<void>((resolve) => {
    harness.context.once('close', () => resolve())
  })
}
