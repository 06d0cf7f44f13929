import process from 'node:process'

/** What decides the browser's command line. */
export interface ArgsOptions {
  readonly extensionDir: string
  readonly headless: boolean
}

/**
 * Playwright's own list, which our switch would replace rather than extend (the last one wins), without what only
 * concerns other systems; plus the one that gives `--load-extension` back to Chrome.
 */
const DISABLED_FEATURES = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'DisableLoadExtensionCommandLineSwitch',
]

/** The switches that load the extension and keep the browser off the network and out of the way. */
export function browserArgs({ extensionDir, headless }: ArgsOptions): string[] {
  return [
    // Chromium refuses its sandbox to root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // The old headless mode has no extensions; before version 132 a bare `--headless` meant that one.
    // Where nobody looks, a turn of the wheel is one move, so that every other move shows.
    ...(headless ? ['--headless=new', '--disable-smooth-scrolling'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
    '--window-size=1280,900',
    `--disable-features=${DISABLED_FEATURES.join(',')}`,
    `--disable-extensions-except=${extensionDir}`,
    `--load-extension=${extensionDir}`,
    // Lets branded browsers load the extension over the debugging protocol instead.
    '--enable-unsafe-extension-debugging',
    // A second way in, beside Playwright's pipe: see extensionViews.ts.
    '--remote-debugging-port=0',
  ]
}
