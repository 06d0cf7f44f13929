import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'

const ROOT = join(import.meta.dirname, '../../..')

/** A node of the syntax tree, as loosely as walking needs it. */
export type Node = { type: string; start: number } & Record<string, unknown>

export interface Source {
  /** Below the project's root. */
  path: string
  code: string
  program: Node
}

/** Every file of the product's own code, parsed. */
export const SOURCES: readonly Source[] = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}', {
  cwd: ROOT,
}).map((path) => {
  const code = readFileSync(join(ROOT, path), 'utf8')
  return { path, code, program: parseSync(path, code).program as unknown as Node }
})

/** Goes through a tree, parents first; where `visit` gives false, not into that node. */
export function walk(node: unknown, visit: (node: Node) => unknown): void {
  if (Array.isArray(node)) {
    for (const each of node) walk(each, visit)
    return
  }
  if (typeof node !== 'object' || node === null) return
  if ('type' in node && visit(node as Node) === false) return
  for (const value of Object.values(node)) if (typeof value === 'object') walk(value, visit)
}
