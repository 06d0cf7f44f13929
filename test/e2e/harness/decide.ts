import type { Harness } from './harness.ts'

/** As the browser's page counts them: mandatory, for the machine, from the platform. */
const OF_THE_PLATFORM = { level: 1, scope: 1, source: 5 }

/**
 * Has a policy decide for the extension, as an administrator would, until the browser quits: on the page on which Chromium
 * lets policies be tried out, and Chrome does not. What was decided before ends.
 */
export async function decide(harness: Harness, policy: Readonly<Record<string, unknown>>): Promise<void> {
  const page = await harness.context.newPage()
  await page.goto('chrome://policy/test')
  const rows = Object.entries(policy).map(([name, value]) => ({
    ...OF_THE_PLATFORM,
    namespace: new URL(harness.url('')).host,
    name,
    value,
  }))
  const file = {
    name: 'policies.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(rows)),
  }
  await page.setInputFiles('#import-policies-file-input', file)
  await page
    .locator('policy-test-row')
    .nth(rows.length - 1)
    .waitFor()
  await page.locator('#apply-policies').click()
  // Names that the extension's schema does not have, or another type, are refused as a whole.
  await page.locator('#revert-applied-policies:enabled').waitFor({ timeout: 10_000 })
  await page.close()
}

/** What was decided ends. */
export async function decideNothing(harness: Harness): Promise<void> {
  const page = await harness.context.newPage()
  await page.goto('chrome://policy/test')
  await page.locator('#revert-applied-policies').click()
  await page.close()
}
