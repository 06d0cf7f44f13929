import { expect, it } from 'vitest'
import { ACTIONS, KEY_PROFILES } from '../../../../components/actions/actionTable.ts'
import { keymapOf } from '../../../../components/actions/keymap.ts'

it.each(KEY_PROFILES)('gives no key two meanings in one place: $name', ({ value }) => {
  const { actions, beginnings } = keymapOf({ keyProfile: value, ownKeys: {} })
  for (const [press, ids] of actions) {
    expect(beginnings.has(press), `${press} would also begin a sequence`).toBe(false)
    const places = ids.map((id) => ACTIONS.find((action) => action.id === id)?.place)
    expect(ids.length === 1 || new Set(places).size === ids.length, `${press}: ${ids}`).toBe(true)
    expect(ids.length === 1 || !places.includes('anywhere'), `${press}: ${ids}`).toBe(true)
  }
})

it.each(KEY_PROFILES)('has every action on a key: $name', ({ value }) => {
  for (const { id, keys } of ACTIONS) expect(keys[value], id).not.toEqual([])
})

it('has names that nobody confuses', () => {
  const names = ACTIONS.map(({ name, group }) => `${group}: ${name}`)
  expect(new Set(names).size).toBe(names.length)
})

it('takes the user’s keys before the profile’s, and no key away', () => {
  const { actions } = keymapOf({ keyProfile: 'gmail', ownKeys: { done: ['d'], star: [], gone: ['q'] } })
  expect(actions.get('d')).toEqual(['done'])
  expect(actions.has('e')).toBe(false)
  expect(actions.has('s')).toBe(false)
  expect(actions.has('q')).toBe(false)
})

it('goes on with settings that are broken or from another version', () => {
  const broken = { keyProfile: 'emacs', ownKeys: { done: 'd' } } as unknown as Parameters<typeof keymapOf>[0]
  expect(keymapOf(broken).actions.get('e')).toEqual(['done'])
})
