import { createContext } from 'react'
import type { Label } from '../../lib/domain/label.ts'

/** All labels by id, read once for all rows of a list. */
export const LabelsContext = createContext<ReadonlyMap<string, Label>>(new Map())
