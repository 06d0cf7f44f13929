import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package whose code may be in what users install, as the lock file and its own folder describe it. */
export interface ProductionPackage {
  name: string
  version: string
  /** SPDX expression. */
  license: string
  /** What its licence asks to be handed on: the licence itself, and a notice where there is one. */
  licenseTexts: readonly string[]
  /** Where the lock file fetches it from; empty for the registry that npm is set to. */
  resolved: string
  /** The digest that the lock file holds it to. */
  integrity: string
  hasInstallScript: boolean
  deprecated: boolean
}

interface LockEntry {
  version?: string
  license?: string
  resolved?: string
  integrity?: string
  dev?: boolean
  devOptional?: boolean
  optional?: boolean
  hasInstallScript?: boolean
  deprecated?: string
}

/** The packages that the lock file does not keep for development alone, by name. Throws where one is not installed. */
export function productionPackages(root: string): ProductionPackage[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>
  }
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional, optional }]) => path !== '' && !dev && !devOptional && !optional)
    .map(([path, entry]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version: entry.version ?? '',
      license: entry.license ?? '',
      licenseTexts: licenseTextsIn(join(root, path)),
      resolved: entry.resolved ?? '',
      integrity: entry.integrity ?? '',
      hasInstallScript: entry.hasInstallScript === true,
      deprecated: entry.deprecated !== undefined,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function licenseTextsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
}
