import { expect, it } from 'vitest'
import { isBranded } from '../../browser/browserPaths.ts'

it.each([
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
])('knows %s for a branded build', (path) => {
  expect(isBranded(path)).toBe(true)
})

it.each([
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/home/ann/chrome-linux64/chrome',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'C:\\Users\\ann\\AppData\\Local\\Chromium\\Application\\chrome.exe',
])('knows %s for a build that takes --load-extension', (path) => {
  expect(isBranded(path)).toBe(false)
})
