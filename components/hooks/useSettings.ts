import type { Settings } from '../../lib/domain/settings.ts'
import { readSettings } from '../../lib/store/queries/settings.ts'
import { useBasics } from '../platform/Basics.tsx'
import { useStored } from './useStored.ts'

/** The settings, undefined while they load. */
export function useSettings(): Settings | undefined {
  const basics = useBasics()
  const alone = basics === null
  const own = useStored(async (db) => (alone ? await readSettings(db) : undefined), [alone])
  return basics ? basics.settings : own
}
