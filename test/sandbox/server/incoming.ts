import type { IncomingMessage } from 'node:http'

/** One request as it came over the wire, read to its end. */
export interface Incoming {
  id: number
  at: number
  method: string
  /** Path without the query, not decoded. */
  rawPath: string
  query: URLSearchParams
  headers: Record<string, string>
  text: string
  bytes: Buffer
}

/** Reads a request whole. */
export async function readIncoming(request: IncomingMessage, id: number, at: number): Promise<Incoming> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const url = request.url ?? '/'
  const cut = url.indexOf('?')
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value)
  const bytes = Buffer.concat(chunks)
  return {
    id,
    at,
    method: request.method ?? 'GET',
    rawPath: cut < 0 ? url : url.slice(0, cut),
    query: new URLSearchParams(cut < 0 ? '' : url.slice(cut)),
    headers,
    text: bytes.toString('utf8'),
    bytes,
  }
}
