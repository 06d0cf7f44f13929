import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { billOfMaterials } from './billOfMaterials.ts'
import { filesBelow } from './filesBelow.ts'
import { productionPackages } from './productionPackages.ts'
import { zipOf } from './zipOf.ts'

const ROOT = join(import.meta.dirname, '..')
const FOLDER = join(ROOT, '.output/package')
const BUILDS = { chrome: ['build', 'chrome-mv3'], firefox: ['build:firefox', 'firefox-mv3'] } as const

interface Product {
  name: string
  bytes: Uint8Array
}

main(process.argv.includes('--twice'))

/** Makes what the stores are given; `--twice` makes it again, and fails where a byte differs. */
function main(twice: boolean): void {
  if (process.env.WXT_API_BASE_URL)
    throw new Error('A package talks to the real API: unset WXT_API_BASE_URL.')
  const products = makeAll()
  if (twice) compare(products, makeAll())
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  for (const { name, bytes } of products) writeFileSync(join(FOLDER, name), bytes)
  const sums = products.map(({ name, bytes }) => `${digest(bytes)}  ${name}\n`).join('')
  writeFileSync(join(FOLDER, 'SHA256SUMS'), sums)
  for (const { name, bytes } of products)
    console.log(`${(bytes.length / 1024).toFixed(1).padStart(8)} KB  ${name}`)
  console.log(`Written to ${FOLDER}${twice ? '; made twice, the same byte by byte' : ''}`)
}

function makeAll(): Product[] {
  const product = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const { name, version } = product
  const extensions = Object.entries(BUILDS).map(([browser, [script, folder]]) => {
    npmRun(script)
    const built = join(ROOT, '.output', folder)
    return { name: `${name}-${version}-${browser}.zip`, bytes: zipOf(built, filesBelow(built)) }
  })
  const bill = billOfMaterials(product, productionPackages(ROOT))
  return [
    ...extensions,
    { name: `${name}-${version}-sources.zip`, bytes: zipOf(ROOT, sources()) },
    { name: `${name}-${version}-sbom.json`, bytes: Buffer.from(bill) },
  ]
}

/** What reviewers build the extension from: all that is kept under version control, as it lies here. */
function sources(): string[] {
  return execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean)
}

function compare(first: readonly Product[], second: readonly Product[]): void {
  const differing = first.filter(
    ({ bytes }, at) => digest(bytes) !== digest(second[at]?.bytes ?? new Uint8Array()),
  )
  if (differing.length > 0)
    throw new Error(`Made twice, these differ: ${differing.map(({ name }) => name).join(', ')}`)
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function npmRun(script: string): void {
  const npm = process.env.npm_execpath
  const args = ['run', '--silent', script]
  const [command, all] = npm ? [process.execPath, [npm, ...args]] : ['npm', args]
  execFileSync(command, all, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
}
