import { defineConfig } from 'vitest/config'

const define = { __API_BASE_URL__: JSON.stringify('https://api.connectsafely.ai/linkedin') }

/** What all end-to-end tests share, whichever browser they are played in. */
const STORIES = {
  environment: 'node',
  globalSetup: ['test/e2e/harness/globalSetup.ts'],
  // One browser and one sandbox port at a time.
  fileParallelism: false,
  testTimeout: 180_000,
  hookTimeout: 90_000,
  // A test that passes on the second try has found a bug.
  retry: 0,
}

export default defineConfig({
  test: {
    projects: [
      {
        define,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          // Files that need a document ask for it: `// @vitest-environment happy-dom` in their first line.
          environment: 'node',
          // Before any test file's imports: Dexie looks for IndexedDB when it is loaded.
          setupFiles: [
            'fake-indexeddb/auto',
            './test/unit/seed.ts',
            './test/unit/patience.ts',
            './test/fixtures/speakEnglish.ts',
          ],
          // For what hangs: how long a test takes is the machine's affair.
          testTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          // What the builds left in .output.
          name: 'built',
          include: ['test/built/**/*.test.ts'],
          environment: 'node',
        },
      },
      { define, test: { ...STORIES, name: 'e2e', include: ['test/e2e/**/*.e2e.ts'] } },
      {
        define,
        test: { ...STORIES, name: 'firefox', include: ['test/e2e/*.e2e.ts'] },
      },
    ],
  },
})
