import { gzipSize, TRANSLATED, zipSize } from '../../built/packedSize.ts'
import { pathFiles } from '../../built/pathFiles.ts'
import { BENCH_DIR } from '../buildPages.ts'
import type { Measured } from '../measured.ts'
import type { Build } from '../stage.ts'

/** What the build weighs; the same whatever the cache holds. */
export async function sizes({ productDir, extensionDir }: Build): Promise<Measured[]> {
  const floor = [(await gzipOfPath(extensionDir, `${BENCH_DIR}/floor.html`)) / 1_000]
  const weigh = async (what: string, entry: string): Promise<Measured> => ({
    what,
    unit: 'KB',
    samples: [(await gzipOfPath(productDir, entry)) / 1_000],
  })
  return [
    { ...(await weigh('gzip, popup path', 'popup.html')), floor },
    { ...(await weigh('gzip, panel path', 'sidepanel.html')), floor },
    await weigh('gzip, worker', 'background.js'),
    {
      what: 'zip, texts in English alone',
      unit: 'KB',
      samples: [(await zipSize(productDir, TRANSLATED)) / 1_000],
    },
    { what: 'zip, all languages', unit: 'KB', samples: [(await zipSize(productDir)) / 1_000] },
  ]
}

/** Bytes (gzip) that a page or a worker loads before it can do anything. */
async function gzipOfPath(buildDir: string, entry: string): Promise<number> {
  return gzipSize(buildDir, await pathFiles(buildDir, entry))
}
