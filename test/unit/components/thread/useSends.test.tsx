// @vitest-environment happy-dom
import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { PlatformProvider } from '../../../../components/platform/PlatformContext.tsx'
import { useSends } from '../../../../components/thread/useSends.ts'
import { makeSend } from '../../../fixtures/makeSend.ts'
import { preparePage } from '../renderPage.tsx'

const conversationId = 'account-1/inbox/2-thread'

it('a reply that was put on the disk is shown at once and once, and goes with the answer that has it no more', async () => {
  const { db, platform } = preparePage()
  const { result } = renderHook(() => useSends(conversationId, []), {
    wrapper: ({ children }) => (
      <PlatformProvider platform={platform} database={db}>
        {children}
      </PlatformProvider>
    ),
  })
  const shown = () => result.current[0].map(({ text }) => text)
  const [first, second] = [
    makeSend({ conversationId, text: 'One' }),
    makeSend({ conversationId, text: 'Two' }),
  ]
  act(() => result.current[1](first))
  act(() => result.current[1](second))
  expect(shown()).toEqual(['One', 'Two'])
  const told = result.current[0]
  await db.outbox.bulkAdd([first, second])
  await waitFor(() => expect(result.current[0]).not.toBe(told))
  expect(shown()).toEqual(['One', 'Two'])
  // Told late, after the database answered with it.
  act(() => result.current[1](second))
  expect(shown()).toEqual(['One', 'Two'])
  await db.outbox.delete(first.id)
  await waitFor(() => expect(shown()).toEqual(['Two']))
})
