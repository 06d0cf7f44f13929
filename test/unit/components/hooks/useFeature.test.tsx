// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { TrySample } from '../../../../components/onboarding/TrySample.tsx'
import { AttachmentChip } from '../../../../components/thread/AttachmentChip.tsx'
import { ScheduledStatus } from '../../../../components/thread/ScheduledStatus.tsx'
import { type Feature, NO_POLICY } from '../../../../lib/domain/policy.ts'
import { preparePage, saveSettings } from '../renderPage.tsx'
import { makeSend } from '../thread/makeSend.ts'
import { openThread } from '../thread/openThread.tsx'

const off = (...featuresOff: Feature[]) => ({ policy: { ...NO_POLICY, featuresOff } })
const button = (name: string | RegExp) => screen.queryByRole('button', { name })

it('no file goes into the reply box where files are off, and the clip says why', async () => {
  const { db } = await openThread({}, ({ db }) => saveSettings(db, off('attachments')))
  fireEvent.click(screen.getByRole('button', { name: 'Attach files' }))
  await screen.findByText(/^Your organization switched this off/)
  const files = [new File([new Uint8Array(3)], 'one.pdf')]
  fireEvent.change(screen.getByLabelText('Files to attach'), { target: { files } })
  await screen.findByText(/^Your organization switched this off/)
  expect(await db.files.count()).toBe(0)
})

it('a received file is named, and cannot be fetched, where files are off', async () => {
  const { db, show } = preparePage()
  await saveSettings(db, off('attachments'))
  const attachment = {
    name: 'one.png',
    mediaType: 'image/png',
    byteSize: 12,
    url: 'https://media.licdn.com/dms/image/one',
  }
  show(<AttachmentChip attachment={attachment} place={{ messageId: 'm', index: 0 }} />)
  await waitFor(() => expect(screen.queryAllByRole('button')).toEqual([]))
  expect(screen.getByText('one.png')).toBeTruthy()
})

it('a reply cannot wait for a time where scheduling is off', async () => {
  await openThread({}, ({ db }) => saveSettings(db, off('scheduling')))
  await waitFor(() => expect(button('Schedule')).toBeNull())
  expect(button('Attach files')).not.toBeNull()
})

it('what was scheduled before can be sent or discarded, not moved, where scheduling is off', async () => {
  const { db, show } = preparePage()
  await saveSettings(db, off('scheduling'))
  const send = makeSend({ conversationId: 'a/inbox/x', state: 'scheduled', dueAt: Date.now() + 3_600_000 })
  show(<ScheduledStatus send={send} onEdit={() => undefined} />)
  await waitFor(() => expect(button('Reschedule')).toBeNull())
  expect(button('Send now')).not.toBeNull()
  expect(button('Discard')).not.toBeNull()
})

it('a conversation cannot be exported where export is off', async () => {
  await openThread({}, ({ db }) => saveSettings(db, off('export')))
  fireEvent.click(screen.getByRole('button', { name: 'More' }))
  await screen.findByRole('menuitem', { name: 'Copy link' }, { timeout: 20_000 })
  await waitFor(() => expect(screen.queryByRole('menuitem', { name: /^Export/ })).toBeNull())
})

it('no sample inbox is offered where it is off', async () => {
  const { db, show } = preparePage()
  await saveSettings(db, off('sample'))
  show(<TrySample />)
  await waitFor(() => expect(button('Try it without a key')).toBeNull())
})
