import { can } from './can.ts'
import type { Harness } from './harness.ts'

/** As the browser's page counts them: mandatory, for the machine, from the platform. */
const OF_THE_PLATFORM = { level: 1, scope: 1, source: 5 }

/**
 * Has a policy decide for the extension, as an administrator would. What was decided before ends. A browser that reads
 * policies as it starts is started anew, so that all pages of before are gone.
 */
export function decide(harness: Harness, policy: Readonly<Record<string, unknown>>): Promise<void> {
  return can('tellOfPolicies') ? tryOut(harness, policy) : harness.relaunchUnder(policy)
}

/** What was decided ends, in the same way. */
export function decideNothing(harness: Harness): Promise<void> {
  return can('tellOfPolicies') ? revert(harness) : harness.relaunchUnder(null)
}

/** Until the browser quits: on the page on which Chromium lets policies be tried out, and Chrome does not. */
async function tryOut(harness: Harness, policy: Readonly<Record<string, unknown>>): Promise<void> {
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

async function revert(harness: Harness): Promise<void> {
  const page = await harness.context.newPage()
  await page.goto('chrome://policy/test')
  await page.locator('#revert-applied-policies').click()
  await page.close()
}
