import type { Channel } from '../world/types'
import type { Wire } from './dialect'

/** Where a list page begins: after this row, or at the top. The channel is told where the list has one after the other. */
export type ListPlace = {
  accountId: string
  after: { lastActivityAt: number; key: string; channel?: Channel } | null
}

/** Opaque to the client (contract 7.3). Holds its account, so that one sent for another account is found out. */
export function encodeListCursor(place: ListPlace, as: Wire['cursor']): string {
  const text = Buffer.from(JSON.stringify(place)).toString('base64')
  return as === 'linkedin' ? `linkedin:${text}` : text
}

/** Undefined when the text is no cursor this server ever gave for that account. */
export function decodeListCursor(text: string, accountId: string): ListPlace | undefined {
  try {
    const json = Buffer.from(text.replace(/^linkedin:/, ''), 'base64').toString('utf8')
    const place = JSON.parse(json) as ListPlace
    return place.accountId === accountId ? place : undefined
  } catch {
    return undefined
  }
}
