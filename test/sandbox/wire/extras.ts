import type { Wire } from './dialect'

/** A row with fields that no documentation knows (contract 8.31): clients must neither need nor mind them. */
export function withExtras(row: Record<string, unknown>, wire: Wire): Record<string, unknown> {
  if (wire.extras === 'none') return row
  return {
    ...row,
    _id: 'made-up',
    version: 3,
    flags: [],
    metadata: { score: null, tags: ['x'] },
    type: 'THREAD',
  }
}
