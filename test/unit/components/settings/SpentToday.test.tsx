// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { SpentToday } from '../../../../components/settings/SpentToday.tsx'
import { nextPollText } from '../../../../components/settings/useNextPoll.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'
import { preparePage, saveSettings } from '../renderPage.tsx'

it('tells what was spent, when the next look comes, and why an account pauses', async () => {
  const { db, show } = preparePage({ nextPollAt: async () => Date.now() + 150_000 })
  const until = Date.now() + 600_000
  await saveSettings(db)
  await db.accounts.bulkAdd([
    makeAccount({ id: 'account-1', name: 'Mira' }),
    makeAccount({
      id: 'account-2',
      name: 'Sanne',
      health: { state: 'rateLimited', until, since: Date.now() },
    }),
  ])
  await db.messages.add(makeMessage({ conversationId: 'account-1/inbox/x', own: true, sentAt: Date.now() }))
  const request = {
    method: 'GET',
    route: '/conversations',
    accountId: null,
    status: 200,
    ms: 5,
    failure: null,
  }
  await db.ledger.bulkAdd([10_000, 7_200_000].map((ago) => ({ ...request, at: Date.now() - ago })))
  show(<SpentToday />)
  expect(await screen.findByText('1 message sent today')).toBeTruthy()
  expect(screen.getByText('0 messages sent today')).toBeTruthy()
  expect(screen.getByText(/^Paused by the API until/)).toBeTruthy()
  expect(screen.getByText('1', { exact: true })).toBeTruthy()
  expect(await screen.findByText(/^In [23] minutes$/)).toBeTruthy()
})

it('has words for each wait', () => {
  expect([null, -5, 59_000, 60_000, 300_000].map(nextPollText)).toEqual([
    'Not planned',
    'In less than a minute',
    'In less than a minute',
    'In 1 minute',
    'In 5 minutes',
  ])
})
