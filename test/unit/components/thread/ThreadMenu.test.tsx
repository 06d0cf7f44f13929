// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { openThread } from './openThread.tsx'

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
