import type { ViolationKind } from './recorder'

/** A mistake of the client that only a handler can see, such as a cursor this server never gave. */
export class Violated extends Error {
  constructor(
    readonly kind: ViolationKind,
    readonly field: string,
    detail: string,
  ) {
    super(detail)
  }
}

export const badCursor = (field: string, cursor: string): Violated =>
  new Violated('bad-cursor', field, `${field} was never given out here: ${cursor}`)

/** A send that says neither where nor to whom (contract 2.3, 3.3). */
export const missingRecipient = (): Violated =>
  new Violated('missing-field', 'conversationUrn', 'Neither a conversation nor a recipient is given')

/** A file in a send that no upload of this account gave out, as it was given (contract 2.3, 2.4). */
export const unknownAsset = (file: unknown): Violated =>
  new Violated('unknown-asset', 'attachments', `Never uploaded for this account: ${JSON.stringify(file)}`)
