import process from 'node:process'
import { runLive } from './live.ts'
import { setStage } from './stage.ts'
import { takeTour } from './tour.ts'

const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
const say = (line: string) => console.log(`• ${line}`)

async function main(): Promise<void> {
  const stage = await setStage({ headless, say })
  // The terminal and npm may both pass Ctrl-C on: the second one must not end us before all is stopped.
  const stop = new Promise<void>((resolve) => {
    process.on('SIGINT', resolve)
    process.on('SIGTERM', resolve)
  })
  try {
    await Promise.race([headless ? takeTour(stage, say) : runLive(stage, say), stop])
  } finally {
    await stage.clear()
  }
  say('Stopped the browser and the stand-in API')
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
