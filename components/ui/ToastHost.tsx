import { lazy, Suspense, useEffect, useState } from 'react'
import { onToasts } from './toasts.ts'

const Toaster = lazy(async () => ({ default: (await import('./Toaster.tsx')).Toaster }))

/** Where a page's toasts are shown. Their code is loaded with the first one. */
export function ToastHost() {
  const [needed, setNeeded] = useState(false)
  useEffect(() => (needed ? undefined : onToasts(() => setNeeded(true))), [needed])
  return (
    needed && (
      <Suspense>
        <Toaster />
      </Suspense>
    )
  )
}
