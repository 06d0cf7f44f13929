import { useMemo } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import { allAccounts } from '../../lib/store/queries/accounts.ts'
import { useBasics } from '../platform/Basics.tsx'
import { useSettings } from './useSettings.ts'
import { useStored } from './useStored.ts'

interface Accounts {
  all: Account[]
  /** Those the user did not switch off. */
  on: Account[]
  off: string[]
}

/** The accounts, undefined while they load. */
export function useAccounts(): Accounts | undefined {
  const basics = useBasics()
  const settings = useSettings()
  const alone = basics === null
  const own = useStored(async (db) => (alone ? await allAccounts(db) : undefined), [alone])
  const all = basics ? basics.accounts : own
  const off = settings?.accountsOff
  return useMemo(
    () => all && off && { all, off, on: all.filter((account) => !off.includes(account.id)) },
    [all, off],
  )
}
