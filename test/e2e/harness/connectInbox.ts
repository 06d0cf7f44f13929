import type { Page } from 'playwright-core'

/** Types a key into the first-run form, which all three pages show until a key works, and sends it. */
export async function submitKey(page: Page, key: string): Promise<void> {
  await page.getByRole('textbox', { name: 'API key' }).fill(key)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
}

/** Connects the extension with a key that works, and waits until the form has given way to the page. */
export async function connectInbox(page: Page, key: string): Promise<void> {
  await submitKey(page, key)
  await page
    .getByRole('heading', { name: 'Connect your inbox' })
    .waitFor({ state: 'hidden', timeout: 30_000 })
}
