import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface Listener {
  port: number
  /** Refuses connections, as a machine without network would. */
  pause(): Promise<void>
  /** Listens again on the same port. */
  resume(): Promise<void>
}

/** An HTTP server on loopback that can be closed at once, with whatever hangs in it. */
export async function listen(
  port: number,
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Listener> {
  const sockets = new Set<Socket>()
  const server = createServer(onRequest)
  // A keep-alive socket that the server drops just as a client reuses it would look like a fault nobody asked for.
  server.keepAliveTimeout = 120_000
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
  })
  const open = (at: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(at, '127.0.0.1', () => {
        server.off('error', reject)
        resolve()
      })
    })
  await open(port)
  const bound = (server.address() as AddressInfo).port
  return {
    port: bound,
    async pause() {
      if (!server.listening) return
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
    async resume() {
      if (!server.listening) await open(bound)
    },
  }
}
