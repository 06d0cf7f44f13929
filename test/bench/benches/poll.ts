import { dirname, join } from 'node:path'
import { CACHE_TABLES } from '../../../lib/store/database.ts'
import { pathFiles } from '../../built/pathFiles.ts'
import type { Harness } from '../../e2e/harness/harness.ts'
import { launchExtension } from '../../e2e/harness/launch.ts'
import { waitUntil } from '../../e2e/harness/waitUntil.ts'
import { alternate } from '../alternate.ts'
import { cpuTime, cpuTimeAtRest, extensionProcess } from '../cpuTime.ts'
import { writeFloorExtension } from '../floorExtension.ts'
import type { Measured } from '../measured.ts'
import { rest } from '../opening.ts'
import { nameNothing, type Stage } from '../stage.ts'

type WatchedWindow = { written?: string[] }

/** Processor time of a poll with nothing new: from the alarm that wakes the worker until its process rests again. */
export async function poll(stage: Stage): Promise<Measured[]> {
  const { harness, sandbox, build } = stage
  const accountIds = sandbox.world.accounts.map(({ id }) => id)
  const floors: Harness[] = []
  const launchFloor = async (
    name: string,
    more: { listening?: boolean; calling?: boolean; carried?: string[] } = {},
  ) => {
    const folder = await writeFloorExtension({
      folder: join(dirname(build.productDir), name),
      baseUrl: sandbox.baseUrl,
      key: sandbox.key,
      accountIds,
      ...more,
    })
    const floor = await launchExtension({ extensionDir: folder })
    floors.push(floor)
    await nameNothing(floor.probe)
    return async () => {
      await floor.stopWorker()
      return pollOnce(floor, sandbox, accountIds.length)
    }
  }
  try {
    const bare = await launchFloor('floor-of-a-poll')
    const listening = await launchFloor('listening-floor', { listening: true })
    const calling = await launchFloor('calling-floor', { listening: true, calling: true })
    const scripts = (await pathFiles(build.productDir, 'background.js')).slice(1)
    const carrying = await launchFloor('carrying-floor', {
      listening: true,
      calling: true,
      carried: scripts.map((file) => join(build.productDir, file)),
    })
    await rest(stage, true)
    await watchWrites(harness)
    const requests: number[] = []
    const writes: number[] = []
    const { others, ...times } = await alternate(stage.quick ? 3 : 20, {
      async product() {
        await rest(stage, true)
        const took = await pollOnce(harness, sandbox, accountIds.length)
        requests.push(sandbox.requests().length / accountIds.length)
        writes.push(await takeWrites(harness))
        return took
      },
      floor: bare,
      others: [listening, calling, carrying],
    })
    const [toListening = [], toCalling = [], toCarrying = []] = others
    // The first polls read the accounts as well.
    return [
      { what: 'poll with nothing new, CPU', unit: 'ms', ...times },
      {
        what: 'the same beside a floor that listens',
        unit: 'ms',
        samples: times.samples,
        floor: toListening,
      },
      { what: 'the same beside one that calls too', unit: 'ms', samples: times.samples, floor: toCalling },
      {
        what: 'the same beside one that carries its scripts too',
        unit: 'ms',
        samples: times.samples,
        floor: toCarrying,
      },
      { what: 'poll with nothing new, requests an account', unit: '', samples: requests.slice(2) },
      { what: 'poll with nothing new, cache writes', unit: '', samples: writes.slice(2) },
    ]
  } finally {
    for (const floor of floors) await floor.close()
  }
}

async function pollOnce(harness: Harness, sandbox: Stage['sandbox'], accounts: number): Promise<number> {
  const pid = await extensionProcess(harness)
  await cpuTimeAtRest(pid)
  const before = await cpuTime(pid)
  sandbox.clearRecorder()
  await harness.fireAlarm('poll')
  const answered = () =>
    sandbox.requests({ route: 'GET /conversations' }).filter(({ status }) => status === 200)
  await waitUntil(() => answered().length >= accounts, { what: 'the poll to be answered' })
  return (await cpuTimeAtRest(pid)) - before
}

/** Dexie tells all contexts of the extension which rows were written; the probe listens. */
async function watchWrites({ probe }: Harness): Promise<void> {
  await probe.evaluate(() => {
    const held = window as unknown as WatchedWindow
    held.written = []
    new BroadcastChannel('x-storagemutated-1').onmessage = ({ data }) => {
      held.written?.push(...Object.keys(data ?? {}))
    }
  })
}

/** How many indexes of the cache tables were written to since the last asking. */
async function takeWrites({ probe }: Harness): Promise<number> {
  const written = await probe.evaluate(() => (window as unknown as WatchedWindow).written?.splice(0) ?? [])
  return written.filter((part) => CACHE_TABLES.some((table) => part.includes(`/${table}/`))).length
}
