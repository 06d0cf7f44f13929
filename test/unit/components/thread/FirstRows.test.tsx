// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { FirstRows } from '../../../../components/thread/FirstRows.tsx'
import { timelineOf } from '../../../../lib/domain/timeline.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'

const items = timelineOf({
  messages: [10, 20, 30].map((height) =>
    makeMessage({ conversationId: 'account-1/inbox/2-a', text: `${height}` }),
  ),
  sends: [],
  spans: [],
  before: null,
  after: null,
})

it('shows all rows at once, and tells their heights once they were painted', async () => {
  const heightOf = vi.spyOn(Element.prototype, 'getBoundingClientRect')
  heightOf.mockImplementation(function (this: Element) {
    return { height: Number(this.textContent) } as DOMRect
  })
  const told: number[][] = []
  const text = (item: (typeof items)[number]) => (item.kind === 'message' ? item.message.text : '')
  render(
    <FirstRows
      items={items}
      renderItem={(item) => <p>{text(item)}</p>}
      onPainted={(heights) => told.push(heights)}
    />,
  )
  expect(screen.getByText('30')).toBeTruthy()
  expect(told).toEqual([])
  await waitFor(() => expect(told).toEqual([[10, 20, 30]]))
  heightOf.mockRestore()
})

it('gives way as soon as a pointer comes, so that nothing it presses is lost', () => {
  const told = vi.fn()
  const { getAllByRole } = render(
    <FirstRows items={items} renderItem={() => <button type="button">Preview</button>} onPainted={told} />,
  )
  fireEvent.pointerMove(getAllByRole('button')[0] as Element)
  expect(told).toHaveBeenCalledOnce()
})
