import { useLayoutEffect, useState } from 'react'
import type { TimelineItem } from '../../lib/domain/timeline.ts'
import { type SteadyView, steadyView } from './steadyView.ts'

/** The items as the virtualiser may have them now, with its `shift`; `firstVisible` gives the first item in view. */
export function useSteadyView(source: readonly TimelineItem[], firstVisible: () => number): SteadyView {
  const [view, setView] = useState<SteadyView>({ source, items: source, shift: false })
  let current = view
  if (view.source !== source) {
    // Set while rendering: the list and its `shift` must reach the virtualiser in one and the same commit.
    current = steadyView(view, source, firstVisible())
    setView(current)
  }
  useLayoutEffect(() => {
    if (view.items !== view.source) setView({ source: view.source, items: view.source, shift: false })
  }, [view])
  return current
}
