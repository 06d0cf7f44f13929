import type { Api } from '../Api.ts'
import { DEADLINES } from '../deadlines.ts'
import { readFile } from '../http/readFile.ts'
import { readMedia } from '../wire/media.ts'
import type { Room } from './Room.ts'

/**
 * `POST /conversations/download-media`: a received file (contract 2.5). Reads only, although it is a POST.
 * @throws ApiError `tooLarge` beyond LARGEST_MEDIA
 */
export function downloadMedia({ request }: Room): Api['downloadMedia'] {
  return async ({ accountId, url, like }, options) => {
    const reply = await request(
      {
        method: 'POST',
        route: '/conversations/download-media',
        body: { accountId, url },
        accountId,
        deadlineMs: DEADLINES.file,
        readFile: (response, deadline) => readFile(response, deadline, like),
        effect: 'read',
        read: readMedia,
      },
      options,
    )
    return { media: reply.content, serverNow: reply.serverNow, rejected: 0 }
  }
}
