import { type ReactNode, useState } from 'react'
import { Selection } from './Selection.ts'
import { SelectionContext } from './SelectionContext.ts'

/** Gives a list a selection of its own; another `key` begins with none. */
export function SelectionScope({ children }: { children: ReactNode }) {
  const [selection] = useState(() => new Selection())
  return <SelectionContext value={selection}>{children}</SelectionContext>
}
