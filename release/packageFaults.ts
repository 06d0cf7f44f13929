import type { ProductionPackage } from './productionPackages.ts'

/** Licences that let us hand the code on in an extension, as long as their texts go with it. */
const LICENSES = ['MIT', 'ISC', 'Apache-2.0', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'MPL-2.0']

/** What speaks against handing this package to users, in words; nothing for a good one. */
export function packageFaults(one: ProductionPackage): string[] {
  const faults: string[] = []
  if (!LICENSES.includes(one.license)) faults.push(`licence ${one.license || 'unknown'}`)
  if (one.licenseTexts.length === 0) faults.push('comes without the text of its licence')
  if (one.resolved !== '' && !one.resolved.startsWith('https://')) faults.push('is not fetched over https')
  if (!one.integrity.startsWith('sha512-')) faults.push('is not held to a SHA-512 digest')
  if (one.hasInstallScript) faults.push('runs a script when installed')
  if (one.deprecated) faults.push('is deprecated')
  return faults.map((fault) => `${one.name} ${one.version}: ${fault}`)
}
