import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Reply } from './reply'

/** Puts a reply on the wire, or breaks the connection as it says. */
export function writeReply(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  if (reply.how === 'hang' || response.destroyed) return
  if (reply.how === 'reset') {
    request.socket.resetAndDestroy()
    return
  }
  const { how, status, text, type, headers } = reply
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text
  if (how === 'end') {
    response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length, ...headers })
    response.end(bytes)
  } else if (how === 'leaveOpen') {
    response.writeHead(status, { 'Content-Type': type, ...headers })
    response.write(bytes)
  } else {
    response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length, ...headers })
    response.write(bytes.subarray(0, bytes.length >> 1), () => request.socket.resetAndDestroy())
  }
}
