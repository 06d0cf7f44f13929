import { useCallback } from 'react'
import { isFullError } from '../../lib/domain/storageTrouble.ts'
import type { Database } from '../../lib/store/database.ts'
import { withRoom } from '../../lib/store/withRoom.ts'
import { reportProblem } from '../health/problem.ts'
import { useDatabase, usePlatform } from '../platform/PlatformContext.tsx'

type Write = (db: Database, now: number) => Promise<unknown>

/**
 * Gives a function that writes what the user did, then pokes the worker. The poke is fire and forget: if it is lost,
 * the next alarm drains the outbox. Resolves to true once it is on disk; a write that fails is told in a banner.
 */
export function useIntent(): (write: Write) => Promise<boolean> {
  const db = useDatabase()
  const platform = usePlatform()
  return useCallback(
    async (write) => {
      platform.forgetFirstScreen()
      try {
        await withRoom(db, () => write(db, Date.now()))
      } catch (error) {
        reportProblem(isFullError(error) ? 'storage' : 'unknown')
        return false
      }
      void platform.command('drain', {})
      return true
    },
    [db, platform],
  )
}
