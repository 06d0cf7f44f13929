import { spawn } from 'node:child_process'
import process from 'node:process'

/*
 * The random tests at length: 10,000 answers of a broken API, and more runs of every property that has a long form
 * (test/unit/runs.ts). Bounded to ten minutes, after which it counts as failed.
 */
const FILES = ['fuzz', 'sync/paging', 'sync/workspaces', 'attention/life', 'api/wire', 'store']
const LONGEST_MS = 10 * 60_000

const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--mode', 'soak']
const child = spawn(process.execPath, [...args, ...FILES.map((file) => `test/unit/${file}`)], {
  stdio: 'inherit',
})
const limit = setTimeout(() => {
  console.error('The soak took longer than ten minutes.')
  child.kill()
}, LONGEST_MS)
child.on('close', (code) => {
  clearTimeout(limit)
  process.exitCode = code ?? 1
})
