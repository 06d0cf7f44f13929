import type { Message } from '../domain/message.ts'
import type { SyncDeps } from './SyncDeps.ts'

/**
 * Runs a read that gathers the news it stores, and tells them in one go, also where it breaks off: their marks have
 * moved, so nobody tells them later.
 */
export async function telling<T>(deps: SyncDeps, read: (arrivals: Message[]) => Promise<T>): Promise<T> {
  const arrivals: Message[] = []
  try {
    return await read(arrivals)
  } finally {
    if (arrivals.length > 0) await deps.arrived(arrivals)
  }
}
