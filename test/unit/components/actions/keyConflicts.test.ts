import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ACTIONS, type ActionId } from '../../../../components/actions/actionTable.ts'
import { conflictOf, ownKeysWith } from '../../../../components/actions/keyConflicts.ts'
import { type KeyChoice, keymapOf } from '../../../../components/actions/keymap.ts'

const GMAIL: KeyChoice = { keyProfile: 'gmail', ownKeys: {} }

function action(id: ActionId) {
  const found = ACTIONS.find((one) => one.id === id)
  if (!found) throw new Error(`There is no ${id}`)
  return found
}

const conflict = (press: string, id: ActionId, choice = GMAIL) => {
  const found = conflictOf(press, action(id), choice)
  return found?.kind === 'actions' ? found.actions[0]?.id : (found?.kind ?? null)
}

it('names the action a key belongs to', () => {
  expect(conflict('e', 'star')).toBe('done')
  expect(conflict('e', 'done')).toBeNull()
  expect(conflict('q', 'star')).toBeNull()
  expect(conflict('e', 'star', { keyProfile: 'gmail', ownKeys: { done: ['d'] } })).toBeNull()
  expect(conflict('d', 'star', { keyProfile: 'gmail', ownKeys: { done: ['d'] } })).toBe('done')
})

it('knows that a key cannot be both whole and the beginning of a sequence', () => {
  expect(conflict('g', 'star')).toBe('goInbox')
  expect(conflict('e e', 'star')).toBe('done')
  expect(conflict('g x', 'star')).toBeNull()
})

it('lets two actions share a key where they never meet', () => {
  expect(conflict('Shift+j', 'sendAndDone')).toBeNull()
})

it('leaves the browser its own keys', () => {
  for (const press of [
    'Mod+t',
    'Mod+w',
    'Mod+Shift+n',
    'Mod+c',
    'F5',
    'Tab',
    'Space',
    'Enter',
    'Escape',
    'g Tab',
  ]) {
    expect(conflict(press, 'star'), press).toBe('browser')
  }
  expect(conflict('Enter', 'open')).toBeNull()
})

it('after any number of changes that were allowed or took over, no key has two meanings', () => {
  const keys = fc.constantFrom(
    'e',
    'j',
    'q',
    'w',
    'g',
    'g i',
    'g q',
    'q q',
    '* a',
    'Shift+j',
    'Mod+Enter',
    'Mod+k',
  )
  const change = fc.record({ target: fc.constantFrom(...ACTIONS), press: keys, takeOver: fc.boolean() })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      let choice: KeyChoice = GMAIL
      for (const { target, press, takeOver } of changes) {
        const why = conflictOf(press, target, choice)
        if (why && !(takeOver && why.kind === 'actions')) continue
        choice = { ...choice, ownKeys: ownKeysWith(press, target, choice) }
        expect(conflictOf(press, target, choice)).toBeNull()
      }
      const { actions, beginnings } = keymapOf(choice)
      for (const [press, ids] of actions) {
        expect(beginnings.has(press)).toBe(false)
        for (const id of ids) expect(conflictOf(press, action(id), choice)).toBeNull()
      }
    }),
  )
})
