import { ApiError } from '../api/ApiError.ts'
import { type OutgoingFile, type UploadedFile, usableAsset } from '../domain/file.ts'
import type { SendIntent } from '../domain/intent.ts'
import { noteUploaded } from '../store/commits/commitFiles.ts'
import { filesOf } from '../store/queries/files.ts'
import { watch } from '../store/watch.ts'
import type { OutboxDeps } from './OutboxDeps.ts'

/** What was chosen is on the disk within moments, or never. */
const STORED_WITHIN_MS = 30_000

/** A file that cannot go up, and the name the user knows it by. */
export class UploadError extends Error {
  override readonly name = 'UploadError'
  constructor(
    readonly file: string,
    /** What the API said, or null where the file is not there. */
    readonly reason: ApiError | null,
  ) {
    super('A file could not be uploaded')
  }
}

/**
 * Puts the files of a reply where its send can name them, one after the other. What is there already is not sent up
 * again; nothing is delivered by it, so a worker may die at any moment of it. Ends when the reply is taken back.
 * @returns what the send has to name, or null where a file is still being stored
 * @throws UploadError
 */
export async function uploadFiles(deps: OutboxDeps, intent: SendIntent): Promise<UploadedFile[] | null> {
  if (!intent.files?.length) return []
  const { signal, stop } = untilTakenBack(deps, intent.id)
  try {
    const files = await filesOf(deps.db, intent.files)
    const assets: UploadedFile[] = []
    for (const [at, { name }] of intent.files.entries()) {
      const file = files[at]
      if (!file) throw new UploadError(name, null)
      const asset = usableAsset(file, deps.now()) ?? (await upload(deps, intent.accountId, file, signal))
      if (!asset) return null
      assets.push(asset)
    }
    return assets
  } finally {
    stop()
  }
}

async function upload(
  deps: OutboxDeps,
  accountId: string,
  { id, name, mediaType, createdAt }: OutgoingFile,
  signal: AbortSignal,
): Promise<UploadedFile | null> {
  const content = (await deps.db.fileContents.get(id))?.content
  if (!content) {
    if (Math.abs(deps.now() - createdAt) < STORED_WITHIN_MS) return null
    throw new UploadError(name, null)
  }
  try {
    const what = { accountId, filename: name, type: mediaType, content }
    const call = () => deps.api.uploadFile(what, { lane: 'send', signal })
    const { file } = await deps.ask(accountId, call, 'send')
    await noteUploaded(deps.db, id, file, deps.now())
    return file
  } catch (error) {
    throw error instanceof ApiError ? new UploadError(name, error) : error
  }
}

/** A signal that is given once the reply is not in the outbox any more. */
function untilTakenBack({ db }: OutboxDeps, intentId: string): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController()
  const look = (intent: unknown) => {
    if (!intent) controller.abort()
  }
  const stop = watch(
    () => db.outbox.get(intentId),
    look,
    () => undefined,
  )
  return { signal: controller.signal, stop }
}
