import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import type { FirstScreen } from '../../lib/domain/firstScreen.ts'
import type { Settings } from '../../lib/domain/settings.ts'
import { allAccounts } from '../../lib/store/queries/accounts.ts'
import { readSettings } from '../../lib/store/queries/settings.ts'
import { useStored } from '../hooks/useStored.ts'

interface Basics {
  settings: Settings | undefined
  accounts: Account[] | undefined
  /** What was kept for the first paint, until the database answers; then it may be out of date. */
  first: FirstScreen | null
}

const BasicsContext = createContext<Basics | null>(null)

interface BasicsProviderProps {
  firstScreen: FirstScreen | null
  children: ReactNode
}

/**
 * Reads what nearly every component needs once for the page. Below it settings and accounts are there in the first
 * render, so that no component paints without them and shifts when they come.
 */
export function BasicsProvider({ firstScreen, children }: BasicsProviderProps) {
  const settings = useStored(readSettings, [], firstScreen?.settings)
  const accounts = useStored(allAccounts, [], firstScreen?.accounts)
  const first = settings === firstScreen?.settings ? firstScreen : null
  const basics = useMemo(() => ({ settings, accounts, first }), [settings, accounts, first])
  return <BasicsContext.Provider value={basics}>{children}</BasicsContext.Provider>
}

/** What the page read already; null without a provider, where whoever asks has to read for itself. */
export function useBasics(): Basics | null {
  return useContext(BasicsContext)
}

/**
 * What a component may show before its own query answers; null where it came onto the page later than the database.
 * The same in each render of the component, as not all queries answer at once.
 */
export function useFirstScreen(): FirstScreen | null {
  const [first] = useState(useBasics()?.first ?? null)
  return first
}
