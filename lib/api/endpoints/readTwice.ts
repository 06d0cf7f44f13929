import { ApiError } from '../ApiError.ts'
import type { Reply } from '../http/Call.ts'

interface Page {
  /** Why rows were left out. */
  reasons: string[]
}

/**
 * Asks once more for a page that came with rows nobody can read, or that says there is more and not where: what was
 * garbled once may come well, and a stretch of history that was read is not asked for again. What can be read of either
 * answer counts. A second answer that fails is done without.
 * @param isOpen whether a page says that there is more and not where, and where is worth knowing
 * @throws ApiError as the first request does
 */
export async function readTwice<T extends Page>(
  ask: () => Promise<Reply<T>>,
  isOpen: (page: T) => boolean,
  join: (first: T, second: T) => T,
): Promise<Reply<T>> {
  const first = await ask()
  const { reasons } = first.content
  if (reasons.length === 0 && !isOpen(first.content)) return first
  const second = await ask().catch((error: unknown) => {
    if (error instanceof ApiError) return null
    throw error
  })
  if (!second) return first
  const again = second.content.reasons
  // A row that is bad both times is one row; one that came well in the end is worth a note all the same.
  const noted = again.length > reasons.length ? again : reasons
  return { ...first, content: { ...join(first.content, second.content), reasons: noted } }
}
