import { type Browser, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../browser/findBrowser.ts'

/** A headless Chromium, the one the end-to-end tests use. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-smooth-scrolling', '--disable-quic'],
  })
}

/** A page of its own on an address; errors on it fail the caller when they ask. */
export async function openPage(
  browser: Browser,
  url: string,
  size: { width: number; height: number },
  before: (page: Page) => Promise<void> = async () => {},
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: size })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await before(page)
  await page.goto(url)
  return { page, errors }
}
