import { join } from 'node:path'
import { expect, test } from 'vitest'
import { billOfMaterials } from '../../../release/billOfMaterials.ts'
import { licencesPage } from '../../../release/licencesPage.ts'
import { packageFaults } from '../../../release/packageFaults.ts'
import { type ProductionPackage, productionPackages } from '../../../release/productionPackages.ts'

const ROOT = join(import.meta.dirname, '../../..')
const packages = productionPackages(ROOT)

test('every package that users get may be handed on, comes whole and runs nothing when installed', () => {
  expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(['dexie', 'react', 'zod']))
  expect(packages.flatMap(packageFaults)).toEqual([])
})

test('a package that may not be handed on is named with the reason', () => {
  const bad: ProductionPackage = {
    name: 'bad',
    version: '1.0.0',
    license: 'GPL-3.0',
    licenseTexts: [],
    resolved: 'http://example.test/bad.tgz',
    integrity: 'sha1-abc',
    hasInstallScript: true,
    deprecated: true,
  }
  expect(packageFaults(bad)).toEqual([
    'bad 1.0.0: licence GPL-3.0',
    'bad 1.0.0: comes without the text of its licence',
    'bad 1.0.0: is not fetched over https',
    'bad 1.0.0: is not held to a SHA-512 digest',
    'bad 1.0.0: runs a script when installed',
    'bad 1.0.0: is deprecated',
  ])
})

test('the page of licences hands on the text of each, and runs nothing of it', () => {
  const [some] = packages
  if (!some) throw new Error('There are packages')
  const page = licencesPage([
    { ...some, name: 'one', licenseTexts: ['Copyright <script>alert(1)</script> & sons'] },
  ])
  expect(page).toContain('<h2>one ')
  expect(page).toContain('Copyright &lt;script&gt;alert(1)&lt;/script&gt; &amp; sons')
  expect(page).not.toContain('<script')
})

test('the bill of materials names each of them with its licence and digest', () => {
  const product = { name: 'parley', version: '1.2.3', license: 'MIT' }
  const { bomFormat, components, metadata } = JSON.parse(billOfMaterials(product, packages))
  expect([bomFormat, metadata.component.purl]).toEqual(['CycloneDX', 'pkg:npm/parley@1.2.3'])
  expect(components).toHaveLength(packages.length)
  expect(components).toContainEqual(
    expect.objectContaining({
      purl: expect.stringMatching(/^pkg:npm\/%40base-ui\/react@/),
      licenses: [{ license: { id: 'MIT' } }],
      hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
    }),
  )
})
