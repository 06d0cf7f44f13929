import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import process from 'node:process'
import { stripVTControlCharacters } from 'node:util'
import { findBrowser, NoBrowserError } from './browser/findBrowser.ts'
import { findFirefox } from './browser/findFirefox.ts'

/** One thing `npm test` does. A step with a report is a test run and counts its tests; any other counts as one. */
interface Step {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly report?: string
}

interface Outcome {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly seconds: number
  /** What failed, to be found at the end of a long or cut log. */
  readonly failures: readonly string[]
}

/** What vitest's JSON report holds of what is read here. */
interface Report {
  readonly numPassedTests?: number
  readonly numFailedTests?: number
  readonly numPendingTests?: number
  readonly numTodoTests?: number
  readonly testResults?: readonly {
    readonly name: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages?: readonly string[]
    }[]
  }[]
}

/** In their order; what stands in brackets of its own runs side by side. */
const STEPS: readonly (readonly Step[])[] = [
  [npmRun('lint', 'lint')],
  [npmRun('types', 'types')],
  [npmRun('unused code', 'unused')],
  [npmRun('build for Chromium', 'build')],
  [npmRun('build for Firefox', 'build:firefox')],
  [vitest('what was built', 'built')],
  [vitest('unit tests', 'unit')],
  // One browser at a time leaves half of two cores idle.
  [vitest('end-to-end tests', 'e2e'), vitest('end-to-end tests in Firefox', 'firefox')],
  [npmRun('packages, made twice', 'package', '--twice')],
  // Judges no times: it fails where something could not be measured.
  [npmRun('benchmarks, in brief', 'bench', '--quick')],
]

/** Enough for the message and the first lines of the stack; then for what a story tells of its pages. */
const LONGEST_REASONS = [600, 4_000]

process.exitCode = (await main()) ? 0 : 1

async function main(): Promise<boolean> {
  bringBrowsers()
  const outcomes: Outcome[] = []
  for (const steps of STEPS) outcomes.push(...(await Promise.all(steps.map(perform))))
  console.log('')
  for (const outcome of outcomes) console.log(summary(outcome))
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0
}

/** Before two steps want to install theirs at once. Where one is not to be had, its own step says so. */
function bringBrowsers(): void {
  for (const find of [findBrowser, findFirefox]) {
    try {
      find()
    } catch (error) {
      if (!(error instanceof NoBrowserError)) throw error
    }
  }
}

/** @param place among those that run side by side: only what the first says is shown as it comes, the others' at their end */
async function perform({ name, command, args, report }: Step, place: number): Promise<Outcome> {
  console.log(`\n── ${name}`)
  const start = performance.now()
  if (report) {
    await mkdir(dirname(report), { recursive: true })
    await rm(report, { force: true })
  }
  const ok = await run(command, args, place > 0)
  const counts = report
    ? await readCounts(report, ok)
    : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, failures: [] }
  return { name, ...counts, seconds: (performance.now() - start) / 1000 }
}

/** A run that fails without a failed test (a file that does not load, no browser) is one failure, not none. */
async function readCounts(path: string, ok: boolean): Promise<Omit<Outcome, 'name' | 'seconds'>> {
  const text = await readFile(path, 'utf8').catch(() => '{}')
  const report = JSON.parse(text) as Report
  const failed = report.numFailedTests ?? 0
  return {
    passed: report.numPassedTests ?? 0,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
    failures: (report.testResults ?? []).flatMap(failuresOfFile),
  }
}

function failuresOfFile({ name, assertionResults }: NonNullable<Report['testResults']>[number]): string[] {
  return assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages = [] }) => {
      const reasons = LONGEST_REASONS.map((longest, at) =>
        stripVTControlCharacters(failureMessages[at] ?? '').slice(0, longest),
      )
      return `${relative('.', name)} > ${fullName}\n${reasons.join('\n').replaceAll(/^/gm, '       ')}`
    })
}

function run(command: string, args: readonly string[], isHeldBack: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const heldBack: Buffer[] = []
    const out = isHeldBack ? 'pipe' : 'inherit'
    const child = spawn(command, [...args], {
      stdio: ['ignore', out, out],
      env: { ...process.env, npm_config_update_notifier: 'false' },
    })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(false)
    })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (said) => heldBack.push(said))
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(heldBack))
      resolve(code === 0)
    })
  })
}

/** Through the same npm that runs us, without a shell: `npm` is no program on Windows. */
function npmRun(name: string, script: string, ...options: string[]): Step {
  const npm = process.env.npm_execpath
  const args = ['run', '--silent', script, ...(options.length > 0 ? ['--', ...options] : [])]
  return npm ? { name, command: process.execPath, args: [npm, ...args] } : { name, command: 'npm', args }
}

function vitest(name: string, project: string): Step {
  const report = `.output/test-results/${project}.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters]
  return { name, command: process.execPath, args, report }
}

function summary({ name, passed, failed, skipped, seconds, failures }: Outcome): string {
  const mark = failed === 0 ? 'ok  ' : 'FAIL'
  const counts = [`${passed} passed`, `${failed} failed`, ...(skipped ? [`${skipped} skipped`] : [])].join(
    ', ',
  )
  return [`${mark} ${name}: ${counts} (${seconds.toFixed(1)} s)`, ...failures.map((it) => `     ${it}`)].join(
    '\n',
  )
}
