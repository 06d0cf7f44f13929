// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { OpenSends } from '../../../../components/outbox/OpenSends.tsx'
import { NEVER } from '../../../../lib/domain/due.ts'
import type { SendIntent } from '../../../../lib/domain/intent.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { preparePage } from '../renderPage.tsx'
import { makeSend } from '../thread/makeSend.ts'

async function showList(changes: Partial<SendIntent>[], openAt?: number) {
  const page = preparePage()
  const conversations = changes.map((_, at) =>
    makeConversation({ title: `Person ${at}`, key: `2-open-${at}` }),
  )
  await page.db.conversations.bulkAdd(conversations)
  const idOf = (at: number) => conversations[at]?.id ?? ''
  await page.db.outbox.bulkAdd(changes.map((change, at) => makeSend({ conversationId: idOf(at), ...change })))
  const opened: string[] = []
  page.show(
    <OpenSends
      openId={openAt === undefined ? null : idOf(openAt)}
      onOpen={(id) => opened.push(id)}
      onFirst={() => undefined}
    />,
  )
  const said = () => screen.queryAllByRole('alert').map((alert) => alert.textContent?.replace(/Show$/, ''))
  return { ...page, idOf, opened, said }
}

const FAILED = { state: 'failed', nextAttemptAt: NEVER } as const
const UNSURE = { state: 'unconfirmed', nextAttemptAt: NEVER, misses: 2 } as const

it('says in the list which replies wait for the user, and leads to them', async () => {
  const { said, opened, idOf } = await showList([FAILED, UNSURE])
  await waitFor(() =>
    expect(said()).toEqual([
      'A reply to Person 0 was not sent.',
      'A reply to Person 1 is not confirmed: it may not have arrived.',
    ]),
  )
  for (const button of screen.getAllByRole('button', { name: 'Show' })) fireEvent.click(button)
  expect(opened).toEqual([idOf(0), idOf(1)])
})

it('says nothing of what goes on by itself, of what is open, and of what stands in the options', async () => {
  const { said, db, idOf } = await showList(
    [{ state: 'queued' }, { state: 'sending' }, { ...UNSURE, nextAttemptAt: 5 }, FAILED, FAILED],
    3,
  )
  await waitFor(() => expect(said()).toEqual(['A reply to Person 4 was not sent.']))
  await db.conversations.delete(idOf(4))
  await waitFor(() => expect(said()).toEqual([]))
})

it('tells many in one line', async () => {
  const { said, opened, idOf } = await showList([FAILED, UNSURE, FAILED])
  await waitFor(() =>
    expect(said()).toEqual(['3 replies were not sent, or are not confirmed. The first is to Person 0.']),
  )
  fireEvent.click(screen.getByRole('button', { name: 'Show' }))
  expect(opened).toEqual([idOf(0)])
})
