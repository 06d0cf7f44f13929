import { controlReply } from './control/control'
import { makeDesk } from './makeDesk'
import { OWN_WORKSPACE, SANDBOX_KEY, type SandboxOptions } from './options'
import type { FaultRule } from './server/faults'
import { BASE_PATH, handle } from './server/handle'
import { readIncoming } from './server/incoming'
import { listen } from './server/listener'
import type { Delivery, RequestFilter, RequestRecord, Violation } from './server/recorder'
import { jsonReply } from './server/reply'
import { writeReply } from './server/writeReply'
import { makeTraffic, type TrafficOptions } from './traffic'
import {
  type Arrival,
  type ReceiveOptions,
  recall,
  receive,
  setUnread,
  writeElsewhere,
} from './world/arrivals'
import type { AccountSpec } from './world/makeAccount'
import type { Account, InitialSync, Message } from './world/types'
import {
  type AccountStatus,
  addAccount,
  removeAccount,
  setAccountStatus,
  setInitialSync,
} from './world/workspace'
import type { World } from './world/world'

export interface Sandbox {
  /** `http://127.0.0.1:<port>/linkedin` */
  readonly baseUrl: string
  readonly port: number
  readonly key: string
  readonly world: World
  /** Server time (ms). */
  now(): number
  /** Queues a fault; the returned function takes it back. */
  fault(rule: FaultRule): () => void
  clearFaults(): void
  requests(filter?: RequestFilter): RequestRecord[]
  violations(): Violation[]
  /** What really went out through the API, of one conversation when its key is given. */
  deliveries(conversation?: string): Delivery[]
  clearRecorder(): void
  /** An inbound message arrives. */
  receive(options?: ReceiveOptions): Arrival
  /** Messages keep arriving until stopped: `everyMs: 0`, the returned function, or `stop()`. */
  startTraffic(options: TrafficOptions): () => void
  recall(messageKey: string): boolean
  readElsewhere(conversation: string): void
  unreadElsewhere(conversation: string): void
  /** The owner answers on linkedin.com itself. */
  writeElsewhere(conversation: string, text: string): Message
  setAccountStatus(accountId: string, status: AccountStatus): void
  addAccount(spec?: AccountSpec): Account
  removeAccount(accountId: string): void
  /** Another workspace of the same API, and its key; its accounts may be those of others too. */
  openWorkspace(name: string, accountIds: Iterable<string>): { key: string }
  /** An account is shared with a workspace; without a name, the sandbox's own. */
  share(accountId: string, workspace?: string): void
  /** A workspace loses an account, which lives on. */
  unshare(accountId: string, workspace?: string): void
  setInitialSync(accountId: string, state?: Partial<InitialSync>): void
  /** Connections are refused; with `ms`, only for so long. */
  pause(ms?: number): Promise<void>
  resume(): Promise<void>
  stop(): Promise<void>
}

/** Starts a stand-in for the API on loopback (design 10). Same options and calls, same answers. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const key = options.key ?? SANDBOX_KEY
  const { desk, abort } = makeDesk(options, key)
  const { keyring } = desk
  const { world, recorder, now } = desk.context
  let requests = 0
  const listener = await listen(options.port ?? 0, async (request, response) => {
    // The server's time is the sandbox's, wherever a test has put its clock.
    if (options.dateHeader === false) response.sendDate = false
    else response.setHeader('Date', new Date(now()).toUTCString())
    try {
      const incoming = await readIncoming(request, ++requests, now())
      const reply = incoming.rawPath.startsWith('/__control/')
        ? controlReply(sandbox, incoming)
        : await handle(desk, incoming)
      writeReply(request, response, reply)
    } catch (error) {
      // A client that went away, or the sandbox stopping: there is nobody left to answer.
      if (request.socket.destroyed || abort.signal.aborted) return
      writeReply(request, response, jsonReply(599, { error: `Sandbox failed: ${String(error)}` }))
    }
  })
  let stopTraffic = (): void => {}
  let wakeUp: ReturnType<typeof setTimeout> | undefined
  const resume = async (): Promise<void> => {
    clearTimeout(wakeUp)
    // A timed resume must not bring a stopped sandbox back.
    if (!abort.signal.aborted) await listener.resume()
  }
  const sandbox: Sandbox = {
    baseUrl: `http://127.0.0.1:${listener.port}${BASE_PATH}`,
    port: listener.port,
    key,
    world,
    now,
    fault: (rule) => desk.faults.add(rule),
    clearFaults: () => desk.faults.clear(),
    requests: (filter) => recorder.requests(filter),
    violations: () => recorder.violations(),
    deliveries: (conversation) => recorder.deliveries(conversation),
    clearRecorder: () => recorder.clear(),
    receive: (what = {}) => receive(world, what, now()),
    startTraffic(traffic) {
      stopTraffic()
      stopTraffic = makeTraffic(world, now, traffic)
      return stopTraffic
    },
    recall: (messageKey) => recall(world, messageKey),
    readElsewhere: (conversation) => setUnread(world, conversation, 0),
    unreadElsewhere: (conversation) => setUnread(world, conversation, 1),
    writeElsewhere: (conversation, text) => writeElsewhere(world, conversation, text, now()),
    setAccountStatus: (accountId, status) => setAccountStatus(world, accountId, status),
    addAccount(spec = {}) {
      const account = addAccount(world, spec, now())
      keyring.share(account.id, OWN_WORKSPACE)
      return account
    },
    removeAccount(accountId) {
      removeAccount(world, accountId)
      keyring.forget(accountId)
    },
    openWorkspace: (name, accountIds) => keyring.open(name, `${key}-of-${name}`, accountIds),
    share: (accountId, workspace = OWN_WORKSPACE) => keyring.share(accountId, workspace),
    unshare: (accountId, workspace = OWN_WORKSPACE) => keyring.unshare(accountId, workspace),
    setInitialSync: (accountId, state = {}) => setInitialSync(world, accountId, state),
    async pause(ms) {
      clearTimeout(wakeUp)
      await listener.pause()
      if (ms !== undefined && !abort.signal.aborted) wakeUp = setTimeout(() => void resume(), ms)
    },
    resume,
    async stop() {
      stopTraffic()
      clearTimeout(wakeUp)
      abort.abort()
      await listener.pause()
    },
  }
  return sandbox
}
