import { useMemo } from 'react'
import { draftIds } from '../../lib/store/queries/draftIds.ts'
import { useStored } from '../hooks/useStored.ts'

/** The conversations with a draft. One query for the whole list. */
export function useDrafts(): ReadonlySet<string> {
  const ids = useStored(draftIds)
  return useMemo(() => new Set(ids?.split('\n')), [ids])
}
