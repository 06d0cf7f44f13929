import type { ProductionPackage } from './productionPackages.ts'

/**
 * What users install is made of, as CycloneDX 1.5 JSON. npm writes such bills too, but leaves out what development needs as
 * well (React, zod), and numbers and dates each, so that none is like another.
 */
export function billOfMaterials(
  { name, version, license }: { name: string; version: string; license: string },
  packages: readonly ProductionPackage[],
): string {
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', ...component(name, version, license) } },
    components: packages.map(({ integrity, ...one }) => ({
      type: 'library',
      ...component(one.name, one.version, one.license),
      hashes: [{ alg: 'SHA-512', content: hexOf(integrity) }],
    })),
  }
  return `${JSON.stringify(bill, null, 2)}\n`
}

function component(name: string, version: string, license: string) {
  // A package URL writes the @ of a scope as the URLs of browsers do.
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  return { 'bom-ref': purl, name, version, licenses: [{ license: { id: license } }], purl }
}

/** The digest of a lock file (algorithm, a dash, base64) as CycloneDX has it. */
function hexOf(integrity: string): string {
  return Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex')
}
