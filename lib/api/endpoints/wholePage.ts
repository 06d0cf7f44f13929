import { ApiError } from '../ApiError.ts'

/**
 * Asks for a page of `count` rows, and for ever fewer as long as the API cuts the answer short (contract 8.22). A page
 * shorter than asked for is nothing special: its cursor leads on.
 */
export async function wholePage<T>(count: number, ask: (count: number) => Promise<T>): Promise<T> {
  try {
    return await ask(count)
  } catch (error) {
    if (!(error instanceof ApiError && error.cutShort) || count <= 1) throw error
    return wholePage(Math.floor(count / 4) || 1, ask)
  }
}
