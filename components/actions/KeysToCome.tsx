import { useContext, useEffect } from 'react'
import { RegistryContext } from './useAction.ts'

interface KeysToComeProps {
  /** What is typed meanwhile is meant for a box in it. */
  forText?: boolean
}

/** Stands where a part of the page that has keys is on its way: those that do nothing yet wait for it. */
export function KeysToCome({ forText = false }: KeysToComeProps) {
  const registry = useContext(RegistryContext)
  useEffect(() => registry?.expect(forText), [registry, forText])
  return null
}
