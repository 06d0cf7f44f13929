import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Received {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

export interface Served {
  baseUrl: string
  received: Received[]
}

/** A real HTTP server on loopback for hand-made answers; it ends with the test. */
export async function serve(answer: (response: ServerResponse, request: Received) => void): Promise<Served> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }
    received.push(one)
    answer(response, one)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/linkedin`, received }
}

/** Answers every request with this JSON. */
export function serveJson(
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): Promise<Served> {
  return serve((response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))
  })
}
