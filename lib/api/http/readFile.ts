import { ApiError } from '../ApiError.ts'
import type { Deadline } from './startDeadline.ts'

/** The body of an answer that is a file. */
export class ReceivedFile {
  constructor(
    readonly bytes: Uint8Array<ArrayBuffer>,
    /** Its Content-Type, without parameters. */
    readonly type: string | null,
  ) {}
}

/**
 * Reads a file whole, up to its announced length: some connections stay open beyond it (contract 2.3).
 * @throws ApiError `tooLarge`, `timeout`, or `offline` where the connection died before the end
 */
export async function readFile(
  response: Response,
  deadline: Deadline,
  mostBytes: number,
): Promise<ReceivedFile> {
  const { status, headers } = response
  // Of a body that comes compressed, its length is that of what was sent, not of the file.
  const length = headers.has('content-encoding') ? null : headers.get('content-length')
  const announced = Number(length ?? Number.NaN)
  const tooLarge = () => new ApiError({ kind: 'tooLarge', status, notDelivered: false })
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  try {
    if (announced > mostBytes) throw tooLarge()
    while (reader && !(size >= announced)) {
      const { done, value } = await deadline.guard(reader.read())
      if (done) break
      chunks.push(value)
      size += value.length
      if (size > mostBytes) throw tooLarge()
    }
  } catch (error) {
    if (error instanceof ApiError) throw error
    throw new ApiError({ kind: deadline.signal.aborted ? 'timeout' : 'offline', status, notDelivered: false })
  } finally {
    void reader?.cancel().catch(() => undefined)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return new ReceivedFile(bytes, headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() || null)
}
