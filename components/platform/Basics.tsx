import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import type { Settings } from '../../lib/domain/settings.ts'
import { allAccounts } from '../../lib/store/queries/accounts.ts'
import { readSettings } from '../../lib/store/queries/settings.ts'
import { useStored } from '../hooks/useStored.ts'

interface Basics {
  settings: Settings | undefined
  accounts: Account[] | undefined
}

const BasicsContext = createContext<Basics | null>(null)

/**
 * Reads what nearly every component needs once for the page. Below it settings and accounts are there in the first
 * render, so that no component paints without them and shifts when they come.
 */
export function BasicsProvider({ children }: { children: ReactNode }) {
  const settings = useStored(readSettings)
  const accounts = useStored(allAccounts)
  const basics = useMemo(() => ({ settings, accounts }), [settings, accounts])
  return <BasicsContext.Provider value={basics}>{children}</BasicsContext.Provider>
}

/** What the page read already; null without a provider, where whoever asks has to read for itself. */
export function useBasics(): Basics | null {
  return useContext(BasicsContext)
}
