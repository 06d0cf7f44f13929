// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ActionRegistry } from '../../../../components/actions/ActionRegistry.ts'
import { ACTIONS, type ActionId } from '../../../../components/actions/actionTable.ts'
import type { KeyChoice } from '../../../../components/actions/keymap.ts'
import { listenToKeys } from '../../../../components/actions/listenToKeys.ts'

const PAGE = { depth: 0, element: () => null }
let done: ActionId[] = []
let choice: KeyChoice = { keyProfile: 'gmail', ownKeys: {} }
let registry: ActionRegistry
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  done = []
  choice = { keyProfile: 'gmail', ownKeys: {} }
  registry = new ActionRegistry()
  for (const { id } of ACTIONS) registry.add({ id, scope: PAGE, handler: () => () => void done.push(id) })
  stop = listenToKeys(registry, () => choice)
  document.body.innerHTML =
    '<textarea></textarea><input type="search"><input type="checkbox"><button>Go</button><div contenteditable="true"><b>x</b></div><select><option>a</option></select><main tabindex="-1"></main>'
})

afterEach(() => {
  stop()
  vi.useRealTimers()
})

interface Press extends KeyboardEventInit {
  on?: string
}

function press(key: string, { on = 'main', ...change }: Press = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    cancelable: true,
    composed: true,
    ...change,
  })
  // happy-dom takes every Alt for AltGr.
  event.getModifierState = () => false
  document.querySelector(on)?.dispatchEvent(event)
  return event
}

it('does what a key says, and takes the key', () => {
  expect(press('e').defaultPrevented).toBe(true)
  expect(press('J', { shiftKey: true }).defaultPrevented).toBe(true)
  press('k', { ctrlKey: true })
  press('?', { shiftKey: true })
  expect(done).toEqual(['done', 'selectNext', 'palette', 'keySheet'])
})

it('leaves keys alone that are no action’s, and those with modifiers that are not theirs', () => {
  expect(press('q').defaultPrevented).toBe(false)
  for (const change of [
    { ctrlKey: true },
    { altKey: true },
    { metaKey: true },
    { ctrlKey: true, altKey: true },
  ]) {
    expect(press('e', change).defaultPrevented).toBe(false)
  }
  press('Shift', { shiftKey: true })
  expect(done).toEqual([])
})

it('takes no letter from whatever is written in, but keys with Control', () => {
  for (const on of ['textarea', '[type=search]', '[contenteditable]', '[contenteditable] b', 'select']) {
    for (const key of ['e', 'j', '/', '?', 'Enter', 'g']) {
      expect(press(key, { on }).defaultPrevented, `${key} in ${on}`).toBe(false)
    }
  }
  expect(done).toEqual([])
  press('k', { ctrlKey: true, on: 'textarea' })
  press('Enter', { ctrlKey: true, on: 'textarea' })
  expect(done).toEqual(['palette', 'sendAndDone'])
})

it('takes nothing from an input method', () => {
  press('e', { isComposing: true })
  press('Process', { keyCode: 229 })
  press('j', { keyCode: 229 })
  press('Escape', { isComposing: true, on: 'textarea' })
  expect(done).toEqual([])
})

it.each(['dialog', 'alertdialog', 'menu'])('takes nothing while a %s is open', (role) => {
  document.body.insertAdjacentHTML('beforeend', `<div role="${role}"></div>`)
  press('e')
  press('k', { ctrlKey: true })
  expect(done).toEqual([])
})

it('is not held up by a toast', () => {
  document.body.insertAdjacentHTML('beforeend', '<div role="dialog" aria-modal="false"></div>')
  press('z')
  expect(done).toEqual(['undo'])
})

it('leaves Enter and the blank to what they press, but not the letters', () => {
  press('Enter', { on: 'button' })
  press('Enter', { on: '[type=checkbox]' })
  expect(done).toEqual([])
  press('e', { on: 'button' })
  press('j', { on: '[type=checkbox]' })
  press('Enter')
  expect(done).toEqual(['done', 'next', 'open'])
})

it('leaves a key to whoever had it already', () => {
  const main = document.querySelector('main')
  main?.addEventListener('keydown', (event) => event.preventDefault(), { once: true })
  press('e')
  expect(done).toEqual([])
})

it('leaves the field with Escape, and only then goes back', () => {
  const box = document.querySelector('textarea')
  box?.focus()
  press('Escape', { on: 'textarea' })
  expect(document.activeElement).not.toBe(box)
  expect(done).toEqual([])
  press('Escape')
  expect(done).toEqual(['back'])
})

it('knows sequences, with Shift pressed on the way', () => {
  press('g')
  press('i')
  press('g')
  press('Shift', { shiftKey: true })
  press('s')
  press('*', { shiftKey: true })
  press('a')
  expect(done).toEqual(['goInbox', 'goStarred', 'selectAll'])
})

it('forgets a sequence after a second', () => {
  vi.useRealTimers()
  const at = (ms: number, key: string) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    Object.defineProperty(event, 'timeStamp', { value: ms })
    document.querySelector('main')?.dispatchEvent(event)
  }
  at(0, 'g')
  at(999, 's')
  at(2_000, 'g')
  at(3_000, 's')
  expect(done).toEqual(['goStarred', 'star'])
})

it('makes no other action of a sequence that nobody knows', () => {
  press('g')
  press('x')
  expect(done).toEqual([])
  press('x')
  expect(done).toEqual(['select'])
})

it('goes on with a held key where that makes sense, and nowhere else', () => {
  press('j')
  press('j', { repeat: true })
  press('e')
  press('e', { repeat: true })
  expect(done).toEqual(['next', 'next', 'done'])
})

it('goes by what keys write: with Caps Lock, on other layouts, through AltGr, and by place where they write no Latin', () => {
  press('E')
  press('/', { code: 'Digit7', shiftKey: true })
  press('у', { code: 'KeyE' })
  press('ت', { code: 'KeyJ' })
  press('z', { code: 'KeyY' })
  const altGr = new KeyboardEvent('keydown', { key: '/', ctrlKey: true, altKey: true, bubbles: true })
  altGr.getModifierState = (name) => name === 'AltGraph'
  document.querySelector('main')?.dispatchEvent(altGr)
  expect(done).toEqual(['done', 'search', 'done', 'next', 'undo', 'search'])
})

it('follows the profile and the user’s own keys at once', () => {
  press('b')
  choice = { keyProfile: 'superhuman', ownKeys: { done: ['d'] } }
  press('b')
  press('a')
  press('e')
  press('d')
  expect(done).toEqual(['snooze', 'reply', 'done'])
})

it('gives the key to the innermost part of the page that does something, and to the one with the focus first', () => {
  const said: string[] = []
  const [list, thread] = [document.createElement('button'), document.createElement('button')]
  document.body.append(list, thread)
  const scope = (element: Element) => ({ depth: 1, element: () => element })
  let threadDoes = true
  registry.add({ id: 'done', scope: scope(list), handler: () => () => void said.push('list') })
  registry.add({
    id: 'done',
    scope: scope(thread),
    handler: () => (threadDoes ? () => void said.push('thread') : null),
  })
  press('e')
  list.focus()
  press('e')
  threadDoes = false
  list.blur()
  press('e')
  expect(said).toEqual(['thread', 'list', 'list'])
  expect(done).toEqual([])
})

it('hears the keys that were pressed before anybody listened', () => {
  stop()
  const early = new KeyboardEvent('keydown', { key: 'e' })
  stop = listenToKeys(registry, () => choice, [early])
  expect(done).toEqual(['done'])
})

/** A page on which something is still to come, and which does nothing yet. */
function emptyPage() {
  stop()
  vi.setSystemTime(0)
  const page = new ActionRegistry()
  stop = listenToKeys(page, () => choice)
  return {
    page,
    add: async (id: ActionId) => {
      page.add({ id, scope: PAGE, handler: () => () => void done.push(id) })
      await Promise.resolve()
    },
  }
}

it('lets keys wait, in their order, for a part of the page that is on its way', async () => {
  const { page, add } = emptyPage()
  const isThere = page.expect()
  expect(press('j').defaultPrevented).toBe(true)
  press('e')
  await add('done')
  expect(done).toEqual([])
  await add('next')
  expect(done).toEqual(['next', 'done'])
  press('s')
  isThere()
  await Promise.resolve()
  await add('star')
  expect(done).toEqual(['next', 'done'])
})

it('lets no key wait for long, and none be held up for good by one that waits in vain', async () => {
  const { page, add } = emptyPage()
  page.expect()
  press('j')
  await add('done')
  vi.advanceTimersByTime(2_000)
  press('e')
  expect(done).toEqual([])
  vi.advanceTimersByTime(1_000)
  expect(done).toEqual(['done'])
  await add('next')
  press('e')
  expect(done).toEqual(['done', 'done'])
})

it('writes what was typed behind a key that waits into the box that the key leads to', async () => {
  const { page, add } = emptyPage()
  page.expect()
  await add('done')
  const box = document.querySelector('textarea')
  press('r')
  for (const key of 'See: g i') press(key)
  press('Backspace')
  page.add({ id: 'reply', scope: PAGE, handler: () => () => box?.focus() })
  await Promise.resolve()
  expect(box?.value).toBe('See: g i')
  expect(done).toEqual([])
  expect(press('e').defaultPrevented).toBe(true)
  expect(done).toEqual(['done'])
})

it('gives what was typed behind a key that waits to the menu that it opens', async () => {
  const { page, add } = emptyPage()
  page.expect()
  await add('done')
  let typed = ''
  press('h')
  press('2')
  press('e')
  page.add({
    id: 'snooze',
    scope: PAGE,
    handler: () => () => {
      const hear = (event: KeyboardEvent) => {
        event.preventDefault()
        typed += event.key
      }
      window.addEventListener('keydown', hear, { capture: true, once: true })
      document.body.insertAdjacentHTML('beforeend', '<div role="dialog"></div>')
    },
  })
  await Promise.resolve()
  expect(typed).toBe('2')
  expect(done).toEqual([])
})

it('lets nothing that was typed act where the box that a key leads to does not come', async () => {
  const { page, add } = emptyPage()
  page.expect()
  await add('done')
  press('r')
  press('e')
  vi.advanceTimersByTime(10_000)
  expect(done).toEqual([])
  press('e')
  expect(done).toEqual(['done'])
})

it('writes what begins like a sequence, too, into a box that comes later than the key that leads to it', async () => {
  const { page, add } = emptyPage()
  const isThere = page.expect()
  await add('done')
  press('r')
  for (const key of 'great, see') expect(press(key, { on: 'button' }).defaultPrevented).toBe(true)
  await add('reply')
  document.querySelector('textarea')?.focus()
  isThere()
  await Promise.resolve()
  expect(document.querySelector('textarea')?.value).toBe('great, see')
  expect(done).toEqual(['reply'])
})

it('writes all that is typed while a box is on its way into it, from the first letter on', async () => {
  const { page, add } = emptyPage()
  for (const id of ['done', 'star', 'goInbox'] as const) await add(id)
  const isThere = page.expect(true)
  for (const key of 'g see i') expect(press(key, { on: 'button' }).defaultPrevented).toBe(true)
  document.querySelector('textarea')?.focus()
  isThere()
  await Promise.resolve()
  expect(document.querySelector('textarea')?.value).toBe('g see i')
  expect(done).toEqual([])
})

it('lets what was typed for a box that does not come do nothing, and keys act again then', async () => {
  const { page, add } = emptyPage()
  for (const id of ['done', 'star', 'goInbox'] as const) await add(id)
  const isThere = page.expect(true)
  for (const key of 'gse') press(key)
  isThere()
  await Promise.resolve()
  expect(done).toEqual([])
  press('i')
  press('e')
  expect(done).toEqual(['done'])
})

it('knows a sequence behind a key that waits', async () => {
  const { page, add } = emptyPage()
  page.expect()
  await add('goInbox')
  press('j')
  press('g')
  press('i')
  await add('next')
  expect(done).toEqual(['next', 'goInbox'])
})

it('lets no key wait where nothing is on its way', async () => {
  const { add } = emptyPage()
  await add('done')
  expect(press('j').defaultPrevented).toBe(false)
  press('e')
  await add('next')
  expect(done).toEqual(['done'])
})
