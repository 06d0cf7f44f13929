import { type ReactNode, type RefObject, useContext, useMemo } from 'react'
import { ScopeContext } from './useAction.ts'

interface ActionScopeProps {
  /** The element of this part of the page: while it holds the focus its actions go before all others. */
  element: RefObject<Element | null>
  /** How much further inside than what is around it; what is opened from a list goes before the list beside it. */
  steps?: number
  children: ReactNode
}

/** A part of the page with actions of its own, such as the list or the open conversation. */
export function ActionScope({ element, steps = 1, children }: ActionScopeProps) {
  const outer = useContext(ScopeContext)
  const scope = useMemo(
    () => ({ depth: outer.depth + steps, element: () => element.current }),
    [outer.depth, steps, element],
  )
  return <ScopeContext value={scope}>{children}</ScopeContext>
}
