import { useCallback } from 'react'
import { isFullError } from '../../lib/domain/storageTrouble.ts'
import type { Database } from '../../lib/store/database.ts'
import { reportProblem } from '../health/problem.ts'
import { useComingDatabase, usePlatform } from '../platform/PlatformContext.tsx'

type Write = (db: Database, now: number) => Promise<unknown>

/**
 * Gives a function that writes what the user did, then pokes the worker. The poke is fire and forget: if it is lost,
 * the next alarm drains the outbox. Resolves to true once it is on disk; a write that fails is told in a banner.
 */
export function useIntent(): (write: Write) => Promise<boolean> {
  const coming = useComingDatabase()
  const platform = usePlatform()
  return useCallback(
    async (write) => {
      platform.forgetFirstScreen()
      try {
        const db = await coming
        await db.withRoom(() => write(db, Date.now()))
      } catch (error) {
        reportProblem(isFullError(error) ? 'storage' : 'unknown')
        return false
      }
      void platform.command('drain', {})
      return true
    },
    [coming, platform],
  )
}
