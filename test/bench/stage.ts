import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { buildExtension, ROOT } from '../e2e/harness/build.ts'
import { freePort } from '../e2e/harness/freePort.ts'
import type { Harness } from '../e2e/harness/harness.ts'
import { launchExtension } from '../e2e/harness/launch.ts'
import { waitUntil } from '../e2e/harness/waitUntil.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Conversation } from '../sandbox/world/types.ts'
import { addPages, buildInstruments } from './buildPages.ts'
import { cachedId, fill, type Imported } from './fill.ts'
import { interrupted } from './interrupted.ts'
import { type Size, SWITCHED } from './sizes.ts'
import { startWorld } from './world.ts'

/** What is built once for all sizes. */
export interface Build {
  readonly port: number
  /** The product's build as it is. */
  readonly productDir: string
  /** The same with the benchmarks' pages in it. */
  readonly extensionDir: string
  /** Script text for `addInitScript`. */
  readonly instruments: string
  remove(): Promise<void>
}

/** A conversation that benchmarks open. */
export interface Place {
  /** Id in the cache. */
  readonly id: string
  readonly key: string
  readonly title: string
  /** What the newest message begins with. */
  readonly newest: string
}

/** A browser whose cache holds what a size says, beside the API it was read from. */
export interface Stage {
  readonly build: Build
  readonly size: Size
  readonly quick: boolean
  readonly sandbox: Sandbox
  readonly harness: Harness
  /** How the measured part of the first import went. */
  readonly imported: readonly Imported[]
  readonly long: Place
  readonly short: readonly [Place, Place]
}

/** Builds the extension for a loopback port, and the benchmarks' pages. */
export async function prepareBuild(): Promise<Build> {
  const port = await freePort()
  const outDir = join('.output', 'bench', `build-${port}`)
  const remove = () => rm(join(ROOT, outDir), { recursive: true, force: true })
  try {
    const baseUrl = `http://127.0.0.1:${port}/linkedin`
    const productDir = await buildExtension(baseUrl, { outDir })
    const extensionDir = await addPages(productDir, join(ROOT, outDir, 'with-pages'), baseUrl)
    const instruments = await buildInstruments(join(ROOT, outDir, 'instruments'))
    return { port, productDir, extensionDir, instruments, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Sets a stage, hands it to `work`, and ends browser and sandbox whatever happens. */
export async function onStage<T>(
  build: Build,
  size: Size,
  quick: boolean,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const sandbox = await startWorld(size, build.port)
  try {
    const harness = await launchExtension({ extensionDir: build.extensionDir })
    try {
      const set = setStage({ build, size, quick, sandbox, harness })
      return await Promise.race([set.then(work), interrupted])
    } finally {
      await harness.close()
    }
  } finally {
    await sandbox.stop()
  }
}

type Bare = Pick<Stage, 'build' | 'size' | 'quick' | 'sandbox' | 'harness'>

async function setStage(bare: Bare): Promise<Stage> {
  const { size, sandbox, harness } = bare
  await nameNothing(harness.probe)
  const imported = await fill(harness, sandbox, size)
  // The worker was kept out of all that; started anew, it finds itself connected and sets its alarms.
  await harness.stopWorker()
  await harness.wakeWorker()
  const isBooked = async () => (await harness.alarms()).some(({ name }) => name === 'poll')
  await waitUntil(isBooked, { what: 'the worker to book a poll' })
  const opened = sandbox.world.conversations().slice(0, 1 + SWITCHED)
  const [long, first, second] = await Promise.all(opened.map((one) => placeOf(harness, one)))
  if (!long || !first || !second) throw new Error('The world lacks the conversations to open')
  return { ...bare, imported, long, short: [first, second] }
}

/** What tsx wraps named functions in is not there where the harness's functions run. */
export async function nameNothing(probe: Page): Promise<void> {
  const content = 'globalThis.__name = (named) => named'
  await probe.addInitScript({ content })
  await probe.evaluate(content)
}

async function placeOf(harness: Harness, conversation: Conversation): Promise<Place> {
  const id = cachedId(conversation)
  const title = await harness.probe.evaluate(
    (wanted) =>
      new Promise<string>((resolve, reject) => {
        const open = indexedDB.open('parley')
        open.onerror = () => reject(open.error)
        open.onsuccess = () => {
          const read = open.result.transaction('conversations').objectStore('conversations').get(wanted)
          read.onerror = () => reject(read.error)
          read.onsuccess = () => {
            open.result.close()
            resolve(String(read.result?.title ?? ''))
          }
        }
      }),
    id,
  )
  if (title === '') throw new Error(`${id} was not imported`)
  const newest = (conversation.thread.at(0)?.text.split('\n')[0] ?? '').slice(0, 24)
  return { id, key: conversation.key, title, newest }
}
