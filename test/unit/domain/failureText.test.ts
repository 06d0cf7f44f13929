import { expect, test } from 'vitest'
import { type FailureKind, failureText } from '../../../lib/domain/failure.ts'

const KINDS = Object.keys({
  keyMissing: 0,
  keyRejected: 0,
  subscriptionNeeded: 0,
  disconnected: 0,
  accountGone: 0,
  permissionMissing: 0,
  offline: 0,
  timeout: 0,
  rateLimited: 0,
  budget: 0,
  notFound: 0,
  refused: 0,
  server: 0,
  badResponse: 0,
  tooLarge: 0,
  storage: 0,
  damaged: 0,
  managed: 0,
  unknown: 0,
} satisfies Record<FailureKind, 0>) as FailureKind[]
/** What the user can do, or that nothing needs doing. */
const WAY_OUT =
  /^(Ask|Enter|Check|Renew|Reconnect|Allow|Try again|Sync|Change|Free|Open)\b|^It goes on by itself|[,] (then )?try again|or create a new one/i

test.each(KINDS)(
  '"%s" is told in sentences of which the last is a way out, with or without the API’s own words',
  (kind) => {
    for (const detail of [null, '', 'Recipient left LinkedIn']) {
      const text = failureText({ kind, detail, retryAt: null })
      expect(text).toMatch(/^[A-Z].*\.$/)
      const last = text.split(/(?<=[.”]) (?=[A-Z])/).at(-1) ?? ''
      expect(last).toMatch(WAY_OUT)
    }
  },
)

test.each(['refused', 'subscriptionNeeded', 'notFound', 'server'] as const)(
  '"%s" repeats what the API said',
  (kind) => {
    expect(failureText({ kind, detail: 'Recipient left', retryAt: null })).toContain('“Recipient left”')
  },
)

test('a sentence of the API keeps its own full stop, and a bare status is not its words', () => {
  const told = (detail: string) => failureText({ kind: 'refused', detail, retryAt: null })
  expect(told('Recipient left LinkedIn.')).toContain('says: “Recipient left LinkedIn.” Change')
  expect(told('Recipient left')).toContain('says: “Recipient left”. Change')
  expect(told('HTTP 400')).not.toContain('says')
})
