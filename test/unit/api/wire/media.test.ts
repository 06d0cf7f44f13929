import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { failureOf, makeClient, waiting } from '../support/makeClient.ts'
import { serve } from '../support/serve.ts'

const URL_OF = 'https://media.licdn.com/dms/image/x'
const BYTES = Uint8Array.from({ length: 300 }, (_, at) => at % 256)
const BASE64 = btoa(String.fromCharCode(...BYTES))

function download(reply: typeof fetch, like = 'image/png chart.png') {
  const { api } = makeClient('http://x', { fetch: reply })
  return api.downloadMedia({ accountId: 'a1', url: URL_OF, like }, waiting)
}

const fetchOf =
  (body: unknown, init: ResponseInit = {}): typeof fetch =>
  async () =>
    Response.json(body, init)

const fileOf =
  (body: BodyInit, headers: Record<string, string>): typeof fetch =>
  async () =>
    new Response(body, { headers })

describe('a received file', () => {
  it.each([
    ['image/png', 'image/png'],
    ['IMAGE/PNG; charset=binary', 'image/png'],
    ['application/octet-stream', 'application/octet-stream'],
  ])('comes as it is, as %s', async (type, mediaType) => {
    const { media } = await download(fileOf(BYTES, { 'Content-Type': type }))
    expect(media).toEqual({ bytes: BYTES, mediaType })
  })

  it('may come without any type', async () => {
    const { media } = await download(async () => new Response(BYTES))
    expect(media).toEqual({ bytes: BYTES, mediaType: null })
  })

  it('comes whole where it was compressed on its way, and its announced length is the shorter one', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `${at};${at * 7919};row\n`).join('')
    const packed = gzipSync(rows)
    const headers = {
      'Content-Type': 'text/csv',
      'Content-Encoding': 'gzip',
      'Content-Length': packed.length,
    }
    const { baseUrl } = await serve((response) => response.writeHead(200, headers).end(packed))
    const request = { accountId: 'a1', url: URL_OF, like: 'text/csv rows.csv' }
    const { media } = await makeClient(baseUrl).api.downloadMedia(request, waiting)
    expect(new TextDecoder().decode(media.bytes)).toBe(rows)
  })

  it.each([
    { success: true, data: BASE64, contentType: 'image/png' },
    { base64: BASE64, mediaType: 'image/png' },
    { base64: BASE64.replaceAll('+', '-').replaceAll('/', '_'), mimeType: 'image/png' },
    { success: true, url: `data:image/png;base64,${BASE64}` },
    { data: { base64: `data:image/png;base64,${BASE64}` } },
  ])('may come inside JSON: %#', async (body) => {
    expect((await download(fetchOf(body))).media).toEqual({ bytes: BYTES, mediaType: 'image/png' })
  })

  it('may be JSON that does not say so, or a JSON file', async () => {
    const said = new TextEncoder().encode(JSON.stringify({ success: true, data: BASE64 }))
    expect((await download(async () => new Response(said))).media.bytes).toEqual(BYTES)
    const config = new TextEncoder().encode('{"theme": "dark"}')
    expect((await download(async () => new Response(config))).media.bytes).toEqual(config)
    const refusal = async () => new Response('{"success":false,"error":"Expired"}')
    expect(await failureOf(download(refusal))).toMatchObject({ kind: 'server', detail: 'Expired' })
  })

  it.each([
    ['application/json', '{"theme": "dark"}', 'null Theme.JSON'],
    ['application/json', '[1, 2]', 'application/json null'],
    ['text/html', '<p>Offer</p>', 'text/html offer.html'],
  ])('that is itself written as answers are, in %s, comes as it is', async (type, content, like) => {
    const reply = fileOf(content, { 'Content-Type': `${type}; charset=utf-8` })
    const { media } = await download(reply, like)
    expect(new TextDecoder().decode(media.bytes)).toBe(content)
    expect(media.mediaType).toBe(type)
  })

  it('of a type of its own comes as it is, whatever it says', async () => {
    const drawing = JSON.stringify({ success: false, data: BASE64 })
    const { media } = await download(fileOf(drawing, { 'Content-Type': 'application/vnd.made-up' }))
    expect(new TextDecoder().decode(media.bytes)).toBe(drawing)
  })

  it('that is JSON may come inside JSON, and be refused in it', async () => {
    const { media } = await download(fetchOf({ success: true, data: BASE64 }), 'null theme.json')
    expect(media.bytes).toEqual(BYTES)
    const refused = download(fetchOf({ success: false, error: 'Media expired' }), 'null theme.json')
    expect(await failureOf(refused)).toMatchObject({ kind: 'server', detail: 'Media expired' })
    const page = fileOf('<html>', { 'Content-Type': 'text/html' })
    expect(await failureOf(download(page, 'null theme.json'))).toMatchObject({ kind: 'badResponse' })
  })

  it.each([
    { success: true },
    { success: true, url: 'https://media.licdn.com/elsewhere' },
    { data: '' },
    { data: 'no base64 at all!' },
    [],
  ])('is not made up where the answer has none, and no address is followed: %j', async (body) => {
    expect(await failureOf(download(fetchOf(body)))).toMatchObject({ kind: 'badResponse' })
  })

  it.each([
    ['a page of a gateway', fileOf('<html>', { 'Content-Type': 'text/html' }), 'badResponse'],
    ['nothing', fileOf(new Uint8Array(), { 'Content-Type': 'image/png' }), 'badResponse'],
    [
      'one announced as larger than is taken',
      fileOf(BYTES, { 'Content-Type': 'image/png', 'Content-Length': '24000001' }),
      'tooLarge',
    ],
    ['one that is larger', fileOf(new Uint8Array(24_000_001), { 'Content-Type': 'image/png' }), 'tooLarge'],
    ['a refusal with 200', fetchOf({ success: false, error: 'Media expired' }), 'server'],
    ['a refusal', fetchOf({ error: 'Media not found' }, { status: 404 }), 'notFound'],
  ])('that is %s is a failure', async (_, reply, kind) => {
    expect(await failureOf(download(reply))).toMatchObject({ kind })
  })
})

describe('an upload', () => {
  const file = {
    assetUrn: 'urn:li:digitalmediaAsset:C4E06AQ',
    byteSize: 300,
    mediaType: 'image/png',
    name: 'a.png',
  }
  const upload = (reply: typeof fetch) =>
    makeClient('http://x', { fetch: reply }).api.uploadFile(
      { accountId: 'a1', filename: 'a b&c.png', type: 'image/png', content: BYTES.buffer },
      waiting,
    )

  it.each([
    { success: true, attachment: file },
    { attachment: { ...file, extra: { kept: true } } },
    { data: { attachment: file } },
    { success: true, ...file },
  ])('gives back what a send has to name, as it came: %j', async (body) => {
    const { file: given } = await upload(fetchOf(body))
    expect(given).toMatchObject(file)
  })

  it.each([{ success: true }, { attachment: { name: 'a.png' } }, { attachment: null }, []])(
    'that names no asset has failed: %j',
    async (body) => {
      expect(await failureOf(upload(fetchOf(body)))).toMatchObject({ kind: 'badResponse' })
    },
  )

  it('sends the bytes as they are, the rest in the address', async () => {
    const seen: Request[] = []
    await upload(async (input, init) => {
      seen.push(new Request(input, init))
      return new Response(JSON.stringify({ attachment: file }))
    })
    const [request] = seen
    expect(request?.headers.get('content-type')).toBe('image/png')
    expect(new URL(request?.url ?? '').searchParams.get('filename')).toBe('a b&c.png')
    expect(new Uint8Array((await request?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(BYTES)
  })
})
