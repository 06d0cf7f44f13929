// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { Thread } from '../../../../components/thread/Thread.tsx'
import { enqueueReply } from '../../../../lib/store/intents/replies.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'
import { preparePage, saveSettings } from '../renderPage.tsx'
import { type OpenThread, openThread } from './openThread.tsx'

const names = ({ platform }: OpenThread) => platform.calls.commands.map((call) => call.name)
const button = (name: string) => screen.getByRole('button', { name })

describe('the header', () => {
  it('says who, what they do, whose inbox, and what reading tells', async () => {
    const participant = { profileId: 'x', name: 'Ines Carvalho', profileUrl: null, picture: null }
    await openThread({
      title: 'Ines Carvalho',
      participants: [{ ...participant, headline: 'Buyer at Rede' }],
    })
    expect(screen.getByRole('heading', { name: 'Ines Carvalho' })).toBeTruthy()
    expect(await screen.findByText('Buyer at Rede')).toBeTruthy()
    expect(screen.getByText('Reading here tells LinkedIn')).toBeTruthy()
    expect(screen.getAllByText('LinkedIn inbox').length).toBeGreaterThan(0)
  })

  it('follows the policy of the account', async () => {
    const page = await openThread()
    await saveSettings(page.db, { seenPolicy: { [page.conversation.accountId]: 'never' } })
    expect(await screen.findByText('LinkedIn is not told that you read it')).toBeTruthy()
  })

  it('says for each policy what reading does', async () => {
    const page = await openThread()
    const say = (policy: string) =>
      saveSettings(page.db, { seenPolicy: { [page.conversation.accountId]: policy as never } })
    await say('onReply')
    expect(await screen.findByText('Only replying tells LinkedIn you read it')).toBeTruthy()
    await say('onReading')
    expect(await screen.findByText('Reading here tells LinkedIn')).toBeTruthy()
    // That of another account is none of this thread's business.
    await saveSettings(page.db, { seenPolicy: { another: 'never' } })
    expect(await screen.findByText('Reading here tells LinkedIn')).toBeTruthy()
  })

  it('says when the account of the conversation is not well', async () => {
    const page = await openThread()
    expect(screen.queryByText(/Disconnected/)).toBeNull()
    await page.db.accounts.update(page.conversation.accountId, { health: { state: 'disconnected' } })
    expect(await screen.findByText('Disconnected: LinkedIn signed it out')).toBeTruthy()
  })

  it('stars and unstars', async () => {
    await openThread()
    fireEvent.click(button('Star'))
    await waitFor(() => expect(button('Unstar').getAttribute('aria-pressed')).toBe('true'))
    fireEvent.click(button('Unstar'))
    await waitFor(() => expect(button('Star').getAttribute('aria-pressed')).toBe('false'))
  })

  it('puts away and takes back', async () => {
    const { db, conversation } = await openThread()
    fireEvent.click(button('Done'))
    fireEvent.click(await screen.findByRole('button', { name: 'Move to inbox' }))
    await waitFor(() => expect(button('Done')).toBeTruthy())
    expect((await db.conversations.get(conversation.id))?.shelf).toBe('inbox')
  })

  it('mutes and unmutes', async () => {
    const { db, conversation } = await openThread()
    const muted = async () => (await db.triage.get(conversation.id))?.muted
    fireEvent.click(button('Mute'))
    await waitFor(async () => expect(await muted()).toBe(true))
    fireEvent.click(await screen.findByRole('button', { name: 'Unmute' }))
    await waitFor(async () => expect(await muted()).toBe(false))
  })

  it('marks as unread', async () => {
    const { db, conversation } = await openThread()
    fireEvent.click(button('Mark as unread'))
    await waitFor(async () => expect((await db.conversations.get(conversation.id))?.unread).toBe(1))
  })
})

describe('the worker', () => {
  it('is told what is opened and what is on screen, and when no longer', async () => {
    const page = await openThread()
    await waitFor(() => expect(names(page)).toContain('openConversation'))
    expect(page.platform.calls.shown).toEqual([page.conversation.id])
    cleanup()
    expect(page.platform.calls.shown).toEqual([])
  })
})

describe('a thread without messages', () => {
  it('explains itself and offers a sync', async () => {
    const page = await openThread()
    expect(screen.getByRole('log', { name: `Messages with ${page.conversation.title}` })).toBeTruthy()
    expect(await screen.findByText(/privacy setting of this LinkedIn account/)).toBeTruthy()
    fireEvent.click(button('Sync now'))
    await waitFor(() => expect(names(page)).toContain('syncNow'))
  })

  it('says what went wrong and tries again', async () => {
    const page = await openThread({}, async ({ platform }) =>
      platform.fail('openConversation', { kind: 'offline' }),
    )
    expect(await screen.findByText(/could not be reached/)).toBeTruthy()
    page.platform.fail('openConversation', null)
    fireEvent.click(button('Try again'))
    expect(await screen.findByText('No messages here')).toBeTruthy()
  })

  it('has the key tried again first, where it was rejected', async () => {
    const page = await openThread({}, async ({ platform }) =>
      platform.fail('openConversation', { kind: 'keyRejected' }),
    )
    await screen.findByText('The messages could not be loaded')
    expect(names(page)).not.toContain('syncNow')
    page.platform.fail('openConversation', null)
    fireEvent.click(button('Try again'))
    expect(await screen.findByText('No messages here')).toBeTruthy()
    expect(names(page).slice(-2)).toEqual(['syncNow', 'openConversation'])
  })

  it('does not call a pause a failure, and goes on by itself when it is over', async () => {
    const page = await openThread({}, async ({ platform }) => {
      platform.fail('openConversation', { kind: 'budget', retryAt: Date.now() + 50 })
    })
    expect(await screen.findByText('The messages come in a moment')).toBeTruthy()
    expect(screen.queryByText('The messages could not be loaded')).toBeNull()
    page.platform.fail('openConversation', null)
    expect(await screen.findByText('No messages here')).toBeTruthy()
  })
})

it('says that what came before is not loaded, where a thread that was never read is answered', async () => {
  const page = await openThread({}, async ({ db, platform }, conversation) => {
    platform.fail('openConversation', { kind: 'offline' })
    await enqueueReply(db, conversation.id, 'Written offline', Date.now())
  })
  expect(await screen.findByText('Written offline')).toBeTruthy()
  expect((await screen.findByRole('alert')).textContent).toMatch(
    /^Older messages did not load.*not be reached/,
  )
  page.platform.fail('openConversation', null)
  fireEvent.click(button('Try again'))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})

it('never reads older messages out', async () => {
  const { conversation } = await openThread({}, ({ db }, { id }) =>
    db.messages.add(makeMessage({ conversationId: id })),
  )
  const log = await screen.findByRole('log', { name: `Messages with ${conversation.title}` })
  expect(log.getAttribute('aria-live')).toBe('off')
})

it('says so where the conversation is not there, and leads back', async () => {
  const page = preparePage()
  let back = 0
  page.show(<Thread conversationId="account-1/inbox/none" onBack={() => back++} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Back to conversations' }))
  expect(back).toBe(1)
})

it('has nothing for axe to find', async () => {
  await openThread()
  await screen.findByText('No messages here')
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  expect(violations).toEqual([])
})
