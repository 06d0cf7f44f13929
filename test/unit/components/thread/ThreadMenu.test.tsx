// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { parseRoute } from '../../../../lib/domain/panelRoute.ts'
import { openThread } from './openThread.tsx'

it('copies a link that opens the conversation', async () => {
  const { platform, conversation } = await openThread()
  fireEvent.click(screen.getByRole('button', { name: 'More' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Copy link' }, { timeout: 20_000 }))
  await waitFor(() => expect(platform.calls.copied).toHaveLength(1))
  const [link = ''] = platform.calls.copied
  expect(parseRoute(new URL(link).hash)).toEqual({ page: 'conversation', id: conversation.id })
})

it('makes an exception for the person of the conversation, and takes it back', async () => {
  const { db } = await openThread({ title: 'Noor Haddad' })
  const rules = async () => Object.values((await db.settings.get('notifyPeople'))?.value ?? {})
  const choose = async (name: RegExp) => {
    // The menu is loaded when it is first opened.
    fireEvent.click(await screen.findByRole('menuitemcheckbox', { name }, { timeout: 20_000 }))
  }
  fireEvent.click(screen.getByRole('button', { name: 'More' }))
  await choose(/^Always notify of Noor/)
  await waitFor(async () => expect(await rules()).toEqual([{ name: 'Noor Haddad', rule: 'always' }]))
  await choose(/^Never notify of Noor/)
  await waitFor(async () => expect(await rules()).toEqual([{ name: 'Noor Haddad', rule: 'never' }]))
  await choose(/^Never notify of Noor/)
  await waitFor(async () => expect(await rules()).toEqual([]))
})
