import { expect, it } from 'vitest'
import { importText } from '../../../../components/health/importText.ts'
import type { ImportProgress } from '../../../../lib/domain/account.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'

const at = (change: Partial<ImportProgress>) =>
  makeAccount({ import: { ...makeAccount().import, ...change } })

it('says nothing once the import is over', () => {
  expect(importText([at({ stage: 'done' })])).toBeNull()
})

it('counts over all accounts once each knows how much there is', () => {
  const accounts = [
    at({ stage: 'done', messagesDone: 50, messagesTotal: 50 }),
    at({ stage: 'messages', messagesDone: 25, messagesTotal: 100 }),
  ]
  expect(importText(accounts)).toEqual({ text: 'Importing conversations · 75 of 150', fraction: 0.5 })
})

it('makes no promise while one account still lists', () => {
  const accounts = [
    at({ stage: 'messages', messagesDone: 25, messagesTotal: 100, listed: 100 }),
    at({ stage: 'listing', listed: 40 }),
  ]
  expect(importText(accounts)).toEqual({ text: 'Importing conversations · 140 found', fraction: null })
})

it('says when LinkedIn itself is not ready', () => {
  expect(importText([at({ stage: 'preparing' })])?.text).toBe('LinkedIn is preparing the inbox')
})
