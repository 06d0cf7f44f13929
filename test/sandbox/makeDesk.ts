import { setTimeout as sleep } from 'node:timers/promises'
import { OWN_WORKSPACE, type SandboxOptions } from './options'
import { Faults } from './server/faults'
import type { Desk } from './server/handle'
import { Keyring } from './server/keyring'
import { RateLimit } from './server/rateLimit'
import { Recorder } from './server/recorder'
import { wireFor } from './wire/dialect'
import { makeWorld } from './world/makeWorld'

/** Everything a request meets, made from the options; `abort` ends all waiting. */
export function makeDesk(options: SandboxOptions, key: string): { desk: Desk; abort: AbortController } {
  const startedAt = Date.now()
  const anchor = options.now ?? startedAt
  const world = makeWorld({ ...options, now: anchor })
  const abort = new AbortController()
  const keyring = new Keyring()
  keyring.open(
    OWN_WORKSPACE,
    key,
    world.accounts.map(({ id }) => id),
  )
  const dialect = options.dialect ?? 'newest'
  const desk: Desk = {
    keyring,
    faults: new Faults(),
    rateLimit: new RateLimit(options.rateLimit ?? {}),
    context: {
      world,
      options,
      dialect,
      recorder: new Recorder(),
      now: options.clock ?? (() => anchor + (Date.now() - startedAt)),
      wire: (...salt) => wireFor(dialect, options.wire ?? {}, world.seed, ...salt),
      async wait(ms) {
        if (ms > 0) await sleep(ms, undefined, { signal: abort.signal })
      },
    },
  }
  return { desk, abort }
}
