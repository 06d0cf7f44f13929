import { createContext, useContext, useEffect, useRef } from 'react'
import type { ActionHandler, ActionRegistry, Scope } from './ActionRegistry.ts'
import type { ActionId } from './actionTable.ts'

export const RegistryContext = createContext<ActionRegistry | null>(null)
export const ScopeContext = createContext<Scope>({ depth: 0, element: () => null })

/**
 * Says what an action does as long as this component is on the page: its keys and the command palette then do that.
 * The innermost handler wins, see `ActionScope`; with null this component has none for now. Outside an
 * `ActionsProvider` nothing happens.
 */
export function useAction(id: ActionId, handler: ActionHandler | null): void {
  const registry = useContext(RegistryContext)
  const scope = useContext(ScopeContext)
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => registry?.add({ id, scope, handler: () => latest.current }), [registry, id, scope])
}
