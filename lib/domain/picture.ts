/** The kinds of pictures a page may show. No SVG: that is a document, with scripts and addresses of its own. */
const SIGNATURES: readonly [type: string, begins: string][] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF8'],
]

/** The type of a picture by its first bytes, whatever its name or the API says; null for anything that is not shown. */
export function pictureType(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 12))
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp'
  return SIGNATURES.find(([, begins]) => head.startsWith(begins))?.[0] ?? null
}

/** Whether an attachment may turn out to be such a picture, as far as its type and name tell. */
export function maybePicture({
  name,
  mediaType,
}: {
  name: string | null
  mediaType: string | null
}): boolean {
  if (mediaType && mediaType !== 'application/octet-stream')
    return /^image\/(png|jpe?g|gif|webp)\b/i.test(mediaType)
  return !name?.includes('.') || /\.(png|jpe?g|gif|webp)$/i.test(name)
}
