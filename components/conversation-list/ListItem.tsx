import { createContext, useContext } from 'react'
import type { CustomItemComponentProps } from 'virtua'

/** How many rows a list has, of which virtua makes only those in view; -1 while nobody knows. */
export const ListSize = createContext(-1)

/** A row of the list that virtua fills: says which of how many it is, as its neighbours may not be there. */
export function ListItem({ index, ref, ...rest }: CustomItemComponentProps) {
  return <li {...rest} ref={ref} aria-posinset={index + 1} aria-setsize={useContext(ListSize)} />
}
