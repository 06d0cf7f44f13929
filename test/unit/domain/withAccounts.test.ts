import { expect, test } from 'vitest'
import { NO_POLICY, type Policy } from '../../../lib/domain/policy.ts'
import { sampleAccountId } from '../../../lib/domain/sample.ts'
import { withAccounts } from '../../../lib/domain/withAccounts.ts'

const policy = (change: Partial<Policy>): Policy => ({ ...NO_POLICY, ...change })

test('accounts are allowed by id or by name, whatever its case; all others are barred', () => {
  const known = [
    { id: '1', name: 'Mira Example' },
    { id: '2', name: 'Tomas Example' },
    { id: '3', name: 'Ines Example' },
  ]
  expect(withAccounts(policy({ accounts: ['2', ' mira EXAMPLE'] }), known).barred).toEqual(['3'])
  expect(withAccounts(policy({ accounts: ['nobody'] }), known).barred).toEqual(['1', '2', '3'])
})

test('the accounts of the sample inbox are allowed whatever is written', () => {
  const sample = { id: sampleAccountId('ada'), name: 'Ada Sample' }
  expect(withAccounts(policy({ accounts: ['nobody'] }), [sample]).barred).toEqual([])
})

test('who is not among the accounts read now stays barred; without a list nobody is', () => {
  const before = policy({ accounts: ['Mira'], barred: ['1', '9'] })
  expect(withAccounts(before, [{ id: '1', name: 'Mira' }]).barred).toEqual(['9'])
  expect(withAccounts({ ...before, accounts: [] }, [{ id: '1', name: 'Tomas' }]).barred).toEqual([])
})
