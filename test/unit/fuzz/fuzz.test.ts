import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs, SOAK } from '../runs.ts'
import { hurry } from './hurry.ts'
import { live } from './live.ts'
import { serveTruth } from './serveTruth.ts'

const RESPONSES = runs(400, 10_000)
/** With it a failed run is repeated: it prints the seed. */
const SEED = Number(process.env.FUZZ_SEED ?? (SOAK ? Date.now() % 2 ** 31 : 20_263))
/** One life alone, by the number a failure names. */
const LIFE = process.env.FUZZ_LIFE

test(
  `after ${RESPONSES} answers in every form, each row that could be read is there once and each other is counted`,
  async () => {
    const server = await serveTruth()
    const total = { lives: 0, responses: 0, conversations: 0, messages: 0, quarantined: 0 }
    const start = performance.now()
    try {
      await fc.assert(
        fc.asyncProperty(fc.noShrink(fc.nat()), async (seed) => {
          if (total.responses >= RESPONSES) return
          const life = await live(server, seed)
          total.lives++
          total.responses += life.responses
          total.conversations += life.conversations
          total.messages += life.messages
          total.quarantined += life.quarantined
        }),
        LIFE === undefined
          ? { numRuns: RESPONSES, seed: SEED, endOnFailure: true }
          : { examples: [[Number(LIFE)]], numRuns: 1 },
      )
    } finally {
      hurry(1)
      await server.stop()
      const seconds = ((performance.now() - start) / 1000).toFixed(1)
      console.info(`fuzz, seed ${SEED}: ${JSON.stringify({ ...total, seconds })}`)
    }
    if (LIFE === undefined) expect(total.responses).toBeGreaterThanOrEqual(RESPONSES)
  },
  SOAK ? 600_000 : 120_000,
)
