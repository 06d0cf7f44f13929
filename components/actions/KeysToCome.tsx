import { useContext, useEffect } from 'react'
import { RegistryContext } from './useAction.ts'

/** Stands where a part of the page that has keys is on its way: those that do nothing yet wait for it. */
export function KeysToCome() {
  const registry = useContext(RegistryContext)
  useEffect(() => registry?.expect(), [registry])
  return null
}
