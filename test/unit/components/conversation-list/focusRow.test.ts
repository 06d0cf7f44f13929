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
