import '../../fixtures/speakEnglish.ts'
import { createRoot } from 'react-dom/client'
import { Panel } from '../../../components/panel/Panel.tsx'
import { PageRoot } from '../../../components/platform/PageRoot.tsx'
import { Popup } from '../../../components/popup/Popup.tsx'
import { Settings } from '../../../components/settings/Settings.tsx'
import type { StorageTrouble } from '../../../lib/domain/storageTrouble.ts'
import { Database } from '../../../lib/store/database.ts'
import type { KeyState } from '../../../lib/vault/keeping.ts'
import { makePlatform } from '../../fixtures/makePlatform.ts'
import { makeTrouble } from '../../fixtures/makeTrouble.ts'
import { makeVault } from '../../fixtures/makeVault.ts'
import { seedWorld } from './seedWorld.ts'

// One page of the extension on a made-up world: ?page=popup|panel|options&world=…
const asked = new URLSearchParams(location.search)
const page = asked.get('page') ?? 'panel'
const world = asked.get('world') ?? 'busy'
document.documentElement.dir = asked.get('dir') ?? 'ltr'

const database = new Database(`looks-${world}`)
const REFUSALS: Record<string, string> = { refused: 'InvalidStateError', noRoom: 'QuotaExceededError' }
const refusal = REFUSALS[world]
// 'loading' never gets an answer: its database is opened by nobody's upgrade in time.
if (world === 'loading') database.on('ready', () => new Promise(() => {}))
else if (refusal) {
  IDBFactory.prototype.open = () => {
    throw new DOMException('Made to fail', refusal)
  }
} else if (world === 'blocked') await holdUp(database.name)
else await seedWorld(database, world)
if (world === 'outdated') indexedDB.open(database.name, 1_000)

/** Holds the database in an older version, as a page of an older Parley would. */
function holdUp(name: string): Promise<unknown> {
  return new Promise((resolve) => {
    indexedDB.open(name, 5).onsuccess = resolve
  })
}

const VAULTS: Record<string, Partial<KeyState>> = {
  firstRun: { open: false },
  rejected: { open: false },
  locked: { keeping: 'sealed', open: false },
  forgotten: { keeping: 'memory', open: false },
  sealed: { keeping: 'sealed' },
}
const TROUBLES: Record<string, Partial<StorageTrouble>> = {
  diskFull: { full: { since: 0, failures: 1, nextTryAt: 0 } },
  lost: { lostAt: 1 },
}
const platform = makePlatform({
  ...(world === 'noAccess' ? { hasHostAccess: async () => false } : {}),
  vault: makeVault(VAULTS[world]),
  trouble: makeTrouble(TROUBLES[world]),
})
platform.fail('connect', world === 'rejected' ? { kind: 'keyRejected', status: 401 } : null)
platform.fail('openConversation', world === 'offline' ? { kind: 'offline' } : null)
platform.fail('checkAgain', world === 'doubled' ? { kind: 'offline' } : null)
platform.onCommand(async (name) => {
  if (name === 'connect' && world === 'firstRun') await seedWorld(database, 'importing')
})

const pages = { popup: <Popup />, panel: <Panel />, options: <Settings /> }
const afterConnect = { popup: 'nothing', panel: 'close', options: 'openInbox' } as const
const known = page in pages ? (page as keyof typeof pages) : 'panel'
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <PageRoot platform={platform} database={database} afterConnect={afterConnect[known]}>
      {pages[known]}
    </PageRoot>,
  )
}
