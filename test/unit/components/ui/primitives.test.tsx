// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useRef, useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { Button } from '../../../../components/ui/Button.tsx'
import { Dialog } from '../../../../components/ui/Dialog.tsx'
import { type ChoiceGroup, FilterList } from '../../../../components/ui/FilterList.tsx'
import { Menu } from '../../../../components/ui/Menu.tsx'
import { Picker } from '../../../../components/ui/Picker.tsx'
import { ToastHost } from '../../../../components/ui/ToastHost.tsx'
import { showToast } from '../../../../components/ui/toasts.ts'

afterEach(cleanup)

type Part = (props: { anchor: HTMLElement | null; onClose: () => void }) => React.ReactNode

/** A button that opens something as long as it is wanted. */
function Opener({ part: Opened }: { part: Part }) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Button ref={button} onClick={() => setOpen(true)}>
        Open
      </Button>
      {open && <Opened anchor={button.current} onClose={() => setOpen(false)} />}
    </>
  )
}

function open(part: Part): HTMLElement {
  render(<Opener part={part} />)
  const button = screen.getByRole('button', { name: 'Open' })
  button.focus()
  fireEvent.click(button)
  return button
}

it('a dialog has a name, takes the focus and gives it back', async () => {
  const button = open(({ onClose }) => (
    <Dialog title="Delete label" onClose={onClose} actions={<Button>Delete</Button>}>
      It is taken off 3 conversations.
    </Dialog>
  ))
  const dialog = await screen.findByRole('dialog', { name: 'Delete label' })
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
  fireEvent.keyDown(dialog, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(button))
})

it('a menu moves by arrows, chooses once and gives the focus back', async () => {
  const chosen = vi.fn()
  const button = open(({ anchor, onClose }) => (
    <Menu
      label="Snooze until"
      anchor={anchor}
      onClose={onClose}
      items={[
        { id: 'a', name: 'Later today', hint: '17:00', onChoose: () => chosen('a') },
        { id: 'b', name: 'Mute', checked: true, apart: true, onChoose: () => chosen('b') },
      ]}
    />
  ))
  const menu = await screen.findByRole('menu', { name: 'Snooze until' })
  expect(screen.getByRole('menuitemcheckbox', { name: 'Mute', checked: true })).toBeTruthy()
  await waitFor(() => expect(menu.contains(document.activeElement)).toBe(true))
  const item = screen.getByRole('menuitem', { name: /^Later today/ })
  fireEvent.click(item)
  expect(chosen.mock.calls).toEqual([['a']])
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(button))
})

const LABELS: ChoiceGroup[] = [
  {
    name: 'Labels',
    items: [
      { id: '1', name: 'Clients', checked: true },
      { id: '2', name: 'Zürich' },
    ],
  },
  {
    name: 'People',
    items: [
      { id: '3', name: 'Renée Blüm' },
      { id: '4', name: 'Anna Ek' },
    ],
  },
]

it('a list to choose from narrows down while typing, best match first, and chooses with Enter', async () => {
  const onChoose = vi.fn()
  render(
    <FilterList
      label="Label"
      placeholder="Label"
      groups={LABELS}
      onChoose={onChoose}
      empty="No such label"
    />,
  )
  const box = screen.getByRole('combobox', { name: 'Label' })
  expect(await screen.findAllByRole('option')).toHaveLength(4)
  fireEvent.change(box, { target: { value: 'rnee blm' } })
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
  fireEvent.keyDown(box, { key: 'Enter' })
  await waitFor(() => expect(onChoose.mock.calls.map(([choice]) => choice.id)).toEqual(['3']))
  fireEvent.change(box, { target: { value: 'qqq' } })
  expect(await screen.findByText('No such label')).toBeTruthy()
})

it('a picker stands at its button and goes with Escape', async () => {
  const button = open(({ anchor, onClose }) => (
    <Picker
      anchor={anchor}
      onClose={onClose}
      label="Label"
      placeholder="Label"
      groups={LABELS}
      onChoose={onClose}
      empty="No such label"
    />
  ))
  const box = await screen.findByRole('combobox', { name: 'Label' })
  await waitFor(() => expect(document.activeElement).toBe(box))
  fireEvent.keyDown(box, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(button))
})

it('a toast says what was done, and its button takes it back', async () => {
  const undo = vi.fn()
  showToast({ text: 'Before anybody listens' })
  render(<ToastHost />)
  await screen.findByText('Before anybody listens')
  showToast({ text: 'Done', action: { name: 'Undo', run: undo } })
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(undo).toHaveBeenCalledOnce()
  await waitFor(() => expect(screen.queryByText('Done')).toBeNull())
})
