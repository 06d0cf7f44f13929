import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { ROOT } from '../e2e/harness/build.ts'
import { BENCHES, ON_REQUEST } from './benches/all.ts'
import { sizes } from './benches/sizes.ts'
import { isInterrupted } from './interrupted.ts'
import { judge, missedRatios } from './judge.ts'
import type { Measured } from './measured.ts'
import { SIZES } from './sizes.ts'
import { type Build, onStage, prepareBuild, type Stage } from './stage.ts'
import { tableOf } from './table.ts'

/*
 * `npm run bench`: everything the README promises, measured. `--quick`: the smallest cache, few repetitions, times not
 * judged; it fails only where something could not be measured. `--check`: fails on missed ratios.
 * `--sizes=2k,200k` and `--only=popup,search` leave the rest out.
 */
const quick = process.argv.includes('--quick')
const check = process.argv.includes('--check')
const [askedSizes, askedBenches] = [listAfter('--sizes='), listAfter('--only=')]

const build = await prepareBuild()
try {
  process.exitCode = (await main(build)) ? 0 : 1
} finally {
  await build.remove()
}

async function main(build: Build): Promise<boolean> {
  const began = Date.now()
  const measured = new Map<string, Measured[]>()
  const failures: string[] = []
  const fails = (what: string) => (error: unknown) => {
    failures.push(`${what}: ${error instanceof Error ? error.stack : error}`)
  }
  const usual = quick ? SIZES.slice(0, 1) : SIZES
  for (const size of askedSizes ? SIZES.filter(({ name }) => askedSizes.includes(name)) : usual) {
    const rows: Measured[] = []
    measured.set(size.name, rows)
    say(`${size.name}: filling the cache`)
    const measureAll = async (stage: Stage) => {
      for (const [name, bench] of Object.entries(askedBenches ? { ...BENCHES, ...ON_REQUEST } : BENCHES)) {
        if (isInterrupted() || (askedBenches && !askedBenches.includes(name))) continue
        say(`${size.name}: ${name}`)
        await bench(stage).then((more) => rows.push(...more), fails(`${name} at ${size.name}`))
      }
    }
    // What was measured before is shown even so.
    await onStage(build, size, quick, measureAll).catch(fails(size.name))
    if (isInterrupted()) break
  }
  if (!askedBenches && !isInterrupted()) measured.set('any', await sizes(build))
  const unmeasured = [...measured.values()].flat().filter(({ samples }) => !samples.some(Number.isFinite))
  failures.push(...unmeasured.map(({ what }) => `${what}: nothing was measured`))
  const rows = judge(measured)
  console.log(`\n${tableOf(rows)}\n`)
  say(`${await save({ quick, rows, failures })}, ${Math.round((Date.now() - began) / 1_000)} s`)
  for (const failure of failures) console.error(failure)
  const missed = check && !quick ? missedRatios(rows) : []
  for (const { what, size } of missed) console.error(`Missed ratio: ${what} at ${size}`)
  return failures.length === 0 && missed.length === 0
}

/** Where the numbers are kept, with what they were measured on. */
async function save(result: object): Promise<string> {
  const [processor] = cpus()
  const machine = {
    processors: cpus().length,
    model: processor?.model ?? 'unknown',
    memory: totalmem(),
    load: loadavg(),
    node: process.version,
  }
  const at = new Date().toISOString()
  const folder = join(ROOT, '.output', 'bench')
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${at.replace(/[:.]/g, '-')}.json`)
  await writeFile(file, `${JSON.stringify({ at, machine, ...result }, null, 2)}\n`)
  return file
}

function listAfter(flag: string): string[] | undefined {
  return process.argv
    .find((argument) => argument.startsWith(flag))
    ?.slice(flag.length)
    .split(',')
}

/** To the error stream, so that the table can be piped on alone. */
function say(text: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${text}`)
}
