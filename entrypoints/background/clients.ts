import type { Api } from '../../lib/api/Api.ts'
import { type ApiDeps, createApi } from '../../lib/api/createApi.ts'
import { createSampleApi } from '../../lib/api/sample/createSampleApi.ts'
import { withSample } from '../../lib/api/sample/withSample.ts'
import { isSampleOffered, readOfferedKey } from '../../lib/browser/keyChange.ts'
import { changeSample } from '../../lib/browser/sample.ts'
import { isSampleOpen } from '../../lib/browser/vault.ts'
import { inOneGo } from '../../lib/domain/inOneGo.ts'
import type { LedgerEntry } from '../../lib/domain/ledgerEntry.ts'
import { noteQuarantined, noteRequests } from '../../lib/store/commits/notes.ts'
import type { Database } from '../../lib/store/database.ts'
import { reachedAccounts } from '../../lib/store/queries/accounts.ts'
import type { Line } from './line.ts'

/** The client with the user's key, or the sample in its place, and the one that tries a new key, which must not touch what runs with the other. */
export function createClients(
  db: Database,
  line: Line,
  hears: Required<Pick<ApiDeps, 'onAnswer' | 'answered'>>,
): { api: Api; trial: Api } {
  // A full disk must not stop the sync for want of its notes.
  const ignore = () => undefined
  const note = inOneGo((entries: LedgerEntry[]) => noteRequests(db, entries).catch(ignore))
  for (const entry of line.takeRequests(note)) note(entry)
  const shared: ApiDeps = {
    ...line.http,
    onRequest: line.onRequest,
    onRejected: (rows) => noteQuarantined(db, rows).catch(ignore),
    reaches: reachedAccounts(db),
  }
  const sample = createSampleApi({ now: line.now, change: changeSample })
  const trial = createApi({ ...shared, readKey: readOfferedKey, onAnswer: hears.onAnswer })
  return {
    api: withSample(createApi({ ...shared, ...hears }), sample, isSampleOpen),
    trial: withSample(trial, sample, isSampleOffered),
  }
}
