import { type ReactNode, type RefObject, useContext, useMemo } from 'react'
import { ScopeContext } from './useAction.ts'

interface ActionScopeProps {
  /** The element of this part of the page: while it holds the focus its actions go before all others. */
  element: RefObject<Element | null>
  children: ReactNode
}

/** A part of the page with actions of its own, such as the list or the open conversation. */
export function ActionScope({ element, children }: ActionScopeProps) {
  const outer = useContext(ScopeContext)
  const scope = useMemo(
    () => ({ depth: outer.depth + 1, element: () => element.current }),
    [outer.depth, element],
  )
  return <ScopeContext value={scope}>{children}</ScopeContext>
}
