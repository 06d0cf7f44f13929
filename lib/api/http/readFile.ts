import { LARGEST_MEDIA } from '../../domain/file.ts'
import { ApiError } from '../ApiError.ts'
import { parsed } from './readBody.ts'
import type { Deadline } from './startDeadline.ts'

const BRACE = 0x7b

/** The body of an answer that is a file. */
export class ReceivedFile {
  /** What it says where it is an object of JSON and of no other type, as answers are that do not say so; else undefined. */
  readonly said: unknown

  constructor(
    readonly bytes: Uint8Array<ArrayBuffer>,
    /** Its Content-Type, without parameters. */
    readonly type: string | null,
  ) {
    if (bytes[0] === BRACE && /plain|octet|json/.test(type ?? 'json'))
      this.said = parsed(new TextDecoder().decode(bytes))
  }
}

/**
 * Reads a file whole, up to its announced length: some connections stay open beyond it (contract 2.3). Null where JSON says
 * so, and for a page of HTML, which is a gateway's, unless the file asked for is such.
 * @param like its type and name, as far as they are known
 * @throws ApiError `tooLarge`, `timeout`, or `offline` where the connection died before the end
 */
export async function readFile(
  response: Response,
  deadline: Deadline,
  like: string,
): Promise<ReceivedFile | null> {
  const { status, headers } = response
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() || null
  const told = writtenIn(type ?? '')
  if (told && told !== writtenIn(like.toLowerCase())) return null
  // Of a body that comes compressed, its length is that of what was sent, not of the file.
  const length = headers.has('content-encoding') ? null : headers.get('content-length')
  const announced = Number(length ?? Number.NaN)
  const tooLarge = () => new ApiError({ kind: 'tooLarge', status, notDelivered: false })
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = response.body?.getReader()
  try {
    if (announced > LARGEST_MEDIA) throw tooLarge()
    while (reader && !(size >= announced)) {
      const { done, value } = await deadline.guard(reader.read())
      if (done) break
      chunks.push(value)
      size += value.length
      if (size > LARGEST_MEDIA) throw tooLarge()
    }
  } catch (error) {
    if (error instanceof ApiError) throw error
    throw new ApiError({ kind: deadline.signal.aborted ? 'timeout' : 'offline', status, notDelivered: false })
  } finally {
    void reader?.cancel().catch(() => undefined)
  }
  return new ReceivedFile(new Uint8Array(await new Blob(chunks).arrayBuffer()), type)
}

const writtenIn = (name: string) => /json|html/.exec(name)?.[0]
