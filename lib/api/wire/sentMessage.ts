import { latestBelieved } from '../../domain/latestBelieved.ts'
import type { ReceivedMessage } from '../../domain/message.ts'
import { ownerOf, sentAtFromKey } from '../../domain/urn.ts'
import { fieldsIn, isRecord, layersOf } from './envelope.ts'
import { flag, record, rowOf, text, urn } from './fields.ts'
import { usableIds } from './identity.ts'
import { readMessage } from './message.ts'
import { BadRow } from './readRows.ts'

const sendAnswer = rowOf({
  success: flag,
  error: text,
  message: text,
  sentMessage: record,
  messageUrn: urn,
  backendMessageUrn: urn,
  messageId: urn,
})

/** What was sent, for what the answer leaves out. `at` is the server's time, ms. */
export interface Sent {
  text: string
  conversationUrn: string | null
  at: number
}

/**
 * The message a send answered with, or null where the answer names no message key (contract 2.3, 8.11): the thread
 * will show it then, and a key that it will not show would make it two messages. The answer's own `message` is a
 * status sentence and never taken for the text (8.10). The whole is null where the answer leaves in doubt whether it was
 * sent: it is no object, tells an error, or nothing at all.
 */
export function readSendAnswer(value: unknown, sent: Sent): { message: ReceivedMessage | null } | null {
  const layers = layersOf(value)
  if (!layers.some(isRecord)) return null
  const answer = sendAnswer(fieldsIn(layers))
  const echo = answer.sentMessage ?? {}
  const { messageUrn, backendMessageUrn, messageId } = answer
  const ids = [
    echo.messageUrn,
    echo.backendMessageUrn,
    echo.messageId,
    messageUrn,
    backendMessageUrn,
    messageId,
  ]
  const [id] = usableIds(ids.filter((one) => typeof one === 'string')).filter(isMessageKey)
  const says = answer.success !== null || id !== undefined || answer.sentMessage || answer.message
  if (answer.error || !says) return null
  if (id === undefined) return { message: null }
  const latest = latestBelieved(null, sent.at)
  const message = readMessage({ ...echo, messageUrn: id }, latest)
  const timed =
    message instanceof BadRow ? readMessage({ ...echo, messageUrn: id, sentAt: sent.at }, latest) : message
  if (timed instanceof BadRow) return { message: null }
  const owner = sent.conversationUrn && ownerOf(sent.conversationUrn)
  return {
    message: {
      ...timed,
      text: timed.text === '' ? sent.text : timed.text,
      senderProfileId: timed.senderProfileId ?? owner,
      // Whatever the echo claims: it was sent from here.
      claimedOwn: true,
    },
  }
}

/** An id that threads show too: a URN, or a key that tells its time (contract 0.4); not some id of the API's own. */
function isMessageKey(id: string): boolean {
  return id.startsWith('urn:li:') || sentAtFromKey(id) !== null
}
