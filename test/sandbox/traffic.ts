import { receive } from './world/arrivals'
import { hash, mulberry32, pick } from './world/random'
import type { World } from './world/world'

export interface TrafficOptions {
  /** One message about this often; 0 stops. */
  everyMs: number
  /** Only for this account; without it accounts take turns at random. */
  accountId?: string
}

/** The lively demo: now and then somebody writes, at times a stranger. Returns how to stop it. */
export function makeTraffic(world: World, now: () => number, options: TrafficOptions): () => void {
  if (options.everyMs <= 0) return () => {}
  const random = mulberry32(hash(world.seed, 'traffic'))
  const timer = setInterval(() => {
    const accountId = options.accountId ?? pick(random, world.accounts).id
    receive(world, { accountId, newConversation: random() < 0.15 }, now())
  }, options.everyMs)
  return () => clearInterval(timer)
}
