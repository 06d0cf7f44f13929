import { useEffect, useState } from 'react'
import { language, text } from '../../lib/domain/texts.ts'
import { useNow } from '../hooks/useNow.ts'

/** How much of the disk is used and allowed, as text; a dash where the browser does not say. */
export function useStorageUse(): string {
  const [use, setUse] = useState('–')
  const now = useNow()
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again at each tick of the clock
  useEffect(() => {
    // Missing in some browsers' private windows.
    void navigator.storage?.estimate?.().then(({ usage, quota }) => {
      if (usage === undefined || quota === undefined) return
      setUse(text('settings_storage', { used: sizeText(usage), allowed: sizeText(quota) }))
    })
  }, [now])
  return use
}

/** A number of bytes as people read it. */
export function sizeText(bytes: number): string {
  if (bytes < 1e6) return unitText(Math.ceil(bytes / 1e3), 'kilobyte')
  return bytes < 1e9 ? unitText(bytes / 1e6, 'megabyte', 1) : unitText(bytes / 1e9, 'gigabyte', 1)
}

/** An amount in a unit (a name of `Intl`), with so many digits after the point. */
export function unitText(amount: number, unit: string, digits = 0): string {
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit,
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount)
}
