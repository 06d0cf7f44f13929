// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { focusedRow, focusRow } from '../../../../components/conversation-list/focusRow.ts'

afterEach(() => document.body.replaceChildren())

function putRow(id: string): void {
  document.body.innerHTML = `<ul><li><button data-row="${id}">Row</button></li></ul><input>`
}

test('who is quicker than the list goes on from the row that is about to have the focus', async () => {
  focusRow('anna', 0, null)
  expect(focusedRow()).toBe('anna')
  putRow('anna')
  await expect.poll(() => document.activeElement?.getAttribute('data-row')).toBe('anna')
  expect(focusedRow()).toBe('anna')
})

test('a row that is awaited counts no more once something else has the focus, or another row is awaited', () => {
  putRow('')
  focusRow('anna', 0, null)
  focusRow('ben', 1, null)
  expect(focusedRow()).toBe('ben')
  document.querySelector('input')?.focus()
  expect(focusedRow()).toBeNull()
})

test('a row that is awaited takes the focus from nothing that got it meanwhile', async () => {
  putRow('ben')
  focusRow('anna', 0, null)
  const box = document.querySelector('input')
  box?.focus()
  box?.insertAdjacentHTML('beforebegin', '<ul><li><button data-row="anna">Row</button></li></ul>')
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  expect(document.activeElement).toBe(box)
  expect(focusedRow()).toBeNull()
})
