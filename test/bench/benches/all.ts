import type { Measured } from '../measured.ts'
import type { Stage } from '../stage.ts'
import { arrival } from './arrival.ts'
import { importing } from './importing.ts'
import { panel } from './panel.ts'
import { poll } from './poll.ts'
import { popup } from './popup.ts'
import { reply } from './reply.ts'
import { scrolling } from './scrolling.ts'
import { sealed } from './sealed.ts'
import { search } from './search.ts'
import { switching } from './switching.ts'

/** All that is measured at each size, in this order: what writes to the cache comes last. */
export const BENCHES: Readonly<Record<string, (stage: Stage) => Promise<Measured[]>>> = {
  import: importing,
  popup,
  panel,
  switching,
  scrolling,
  search,
  poll,
  reply,
  arrival,
}

/** What is measured only where it is asked for by its name: of something that is not built. */
export const ON_REQUEST: typeof BENCHES = { sealed }
