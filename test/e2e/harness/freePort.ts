import { createServer } from 'node:net'

const LOWEST = 20_000
const COUNT = 10_000

/**
 * A free loopback port below the range from which the system draws ports for outgoing connections: between two
 * tests nobody listens on it, and the browser's own connections must not take it meanwhile.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = LOWEST + Math.floor(Math.random() * COUNT)
    if (await isFree(port)) return port
  }
  throw new Error('No free loopback port found')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
