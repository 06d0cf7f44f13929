import { failureText } from '../../lib/domain/failure.ts'
import { Banner } from '../ui/Banner.tsx'

/** The key is kept as it was: the new way could not be stored. */
export function KeepFailed() {
  return <Banner>{failureText({ kind: 'storage', detail: null, retryAt: null })}</Banner>
}
