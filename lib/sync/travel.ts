import { coalesce } from '../domain/coalesce.ts'
import { isTravelDue, noteTravelFailed, travelStanding } from '../store/travel/travelState.ts'
import { type ExchangeDeps, exchange } from './exchange.ts'

interface TravelDeps extends ExchangeDeps {
  /** Sets or moves the alarm that rings `run`, to a local time (ms); null takes it away. */
  book(at: number | null): Promise<void>
  /** Whether what is here is the user's own; what is not stays here, and touches nothing there. */
  isOwn(): Promise<boolean>
  /** Something that other computers changed was taken over. */
  taken(): Promise<void>
}

/**
 * Somebody may be changing one thing after the other. With two writes an exchange, that many fit into what browsers allow:
 * 120 a minute, 1,800 an hour.
 */
const QUIET_MS = 5_000
const AGAIN_MS = 5 * 60_000

/** When exchanges with the user's other computers take place: never on the way of a poll or a page. */
export function createTravel(deps: TravelDeps) {
  const { db, now, area, book } = deps
  let timer: ReturnType<typeof setTimeout> | undefined

  const run = coalesce(async () => {
    clearTimeout(timer)
    try {
      if (!(await deps.isOwn())) return await book(null)
      if ((await exchange(deps)) > 0) await deps.taken()
      // What was changed meanwhile has an alarm of its own.
      if (!(await isTravelDue(db))) await book(null)
    } catch {
      await noteTravelFailed(db)
      await book(now() + AGAIN_MS)
    }
  })

  return {
    run,
    /** The user changed something, perhaps something that travels. The alarm is for a worker that does not live so long. */
    async soon(): Promise<void> {
      if (!(await isTravelDue(db)) || !(await deps.isOwn())) return
      await book(now() + QUIET_MS)
      clearTimeout(timer)
      timer = setTimeout(() => void run().catch(() => undefined), QUIET_MS)
    },
    /** Leaves nothing there, before all is forgotten here. */
    async leave(): Promise<void> {
      clearTimeout(timer)
      if ((await travelStanding(db)).stage !== 'out') await area.clear()
    },
  }
}
