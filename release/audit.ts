import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { packageFaults } from './packageFaults.ts'
import { productionPackages } from './productionPackages.ts'

const ROOT = join(import.meta.dirname, '..')

main()

/** Holds what users install to our rules, and asks the registry, where it can be asked, what it has heard of it. */
function main(): void {
  const packages = productionPackages(ROOT)
  const faults = packages.flatMap(packageFaults)
  for (const fault of faults) console.error(fault)
  const heard = askRegistry()
  console.log(`${packages.length} packages: ${faults.length} against our rules; ${heard.text}`)
  process.exitCode = faults.length === 0 && heard.ok ? 0 : 1
}

function askRegistry(): { ok: boolean; text: string } {
  const npm = process.env.npm_execpath
  const args = ['audit', '--omit=dev', '--json']
  const { stdout } = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, encoding: 'utf8' })
    : spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8' })
  const counts = parse(stdout)?.metadata?.vulnerabilities
  if (!counts) return { ok: true, text: 'the registry gave no answer on known weaknesses' }
  return { ok: counts.total === 0, text: `${counts.total} known weaknesses` }
}

function parse(output: string): { metadata?: { vulnerabilities?: { total: number } } } | null {
  try {
    return JSON.parse(output)
  } catch {
    return null
  }
}
