import type { Api } from '../Api.ts'
import { DEADLINES } from '../deadlines.ts'
import { readUploaded } from '../wire/uploaded.ts'
import type { Room } from './Room.ts'

/**
 * `POST /conversations/upload-attachment`: the bytes as they are, under their own type (contract 2.4). Nobody sees them
 * before a send names them, so repeating it does no harm.
 * @throws ApiError
 */
export function uploadFile({ request }: Room): Api['uploadFile'] {
  return async ({ accountId, filename, type, content }, options) => {
    const reply = await request(
      {
        method: 'POST',
        route: '/conversations/upload-attachment',
        query: { accountId, filename },
        file: { content, type },
        accountId,
        deadlineMs: DEADLINES.file,
        effect: 'write',
        read: readUploaded,
      },
      options,
    )
    return { file: reply.content, serverNow: reply.serverNow, rejected: 0 }
  }
}
