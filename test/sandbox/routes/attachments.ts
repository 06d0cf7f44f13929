import { accountId, mediaUrl, optional, required, text } from '../server/fields'
import { type Answer, accountOf, needsLinkedIn, Refusal, type Route } from '../server/route'
import type { Wire } from '../wire/dialect'
import { makeFile } from '../world/makeFile'
import type { World } from '../world/world'

interface File {
  bytes: Buffer
  type: string
}

/** The file behind an address: what was uploaded, or one made for an attachment of the generated past. */
function fileAt(world: World, accountId: string, url: string): File | undefined {
  const asset = world.assets.find((one) => one.url === url)
  if (asset) return { bytes: asset.bytes, type: asset.given.mediaType }
  for (const { thread } of world.conversations(accountId)) {
    const attachment = thread
      .all()
      .flatMap((message) => message.attachments)
      .find((one) => one.url === url)
    if (attachment) return { bytes: makeFile(attachment), type: attachment.mediaType }
  }
  return undefined
}

/** Nothing documented says how the file comes (contract 2.5): all the ways that are to be expected. */
function answerWith(file: File, media: Wire['media']): Answer {
  const base64 = file.bytes.toString('base64')
  const told = { success: true, contentType: file.type }
  switch (media) {
    case 'binary':
      return { status: 200, body: null, file }
    case 'untyped':
      return { status: 200, body: null, file: { ...file, type: 'application/octet-stream' } }
    case 'data':
      return { status: 200, body: { ...told, data: base64 } }
    case 'base64':
      return { status: 200, body: { ...told, base64 } }
    case 'dataUrl':
      return { status: 200, body: { ...told, url: `data:${file.type};base64,${base64}` } }
  }
}

/** Contract 2.4 and 2.5. */
export const attachmentRoutes: Route[] = [
  {
    method: 'POST',
    path: '/conversations/upload-attachment',
    query: { accountId, filename: optional(text) },
    takesFile: true,
    handle(call, { world }) {
      const account = accountOf(call)
      needsLinkedIn(account)
      const { bytes, type } = call.file ?? { bytes: Buffer.alloc(0), type: '' }
      const id = `C4E06AQ${world.nextSeed().toString(36)}`
      const name = call.query.filename ?? 'attachment'
      const given = {
        assetUrn: `urn:li:digitalmediaAsset:${id}`,
        byteSize: bytes.length,
        mediaType: type,
        name,
      }
      world.assets.push({
        accountId: account.id,
        given,
        bytes,
        url: `https://www.linkedin.com/dms/prv/${type.startsWith('image/') ? 'image' : 'file'}/${id}`,
      })
      return { status: 200, body: { success: true, attachment: given } }
    },
  },
  {
    method: 'POST',
    path: '/conversations/download-media',
    body: { accountId, url: required(mediaUrl) },
    handle(call, context) {
      const account = accountOf(call)
      needsLinkedIn(account)
      const file = fileAt(context.world, account.id, String(call.body.url))
      if (!file) throw new Refusal(404, 'Media not found')
      return answerWith(file, context.wire('media', call.id).media)
    },
  },
]
