import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

// Renders public/icons/icon.svg to the sizes browsers ask for; WXT puts `icons/<size>.png` into the manifest by itself.
const ICONS = join(import.meta.dirname, '../../public/icons')
const svg = await readFile(join(ICONS, 'icon.svg'), 'utf8')
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
for (const size of [16, 32, 48, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  )
  await page.screenshot({ path: join(ICONS, `${size}.png`), omitBackground: true })
  await page.close()
}
await browser.close()
