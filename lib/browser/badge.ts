import browser from 'webextension-polyfill'

export interface Badge {
  text: string
  title: string
  tone: 'normal' | 'muted' | 'warning'
}

const COLOURS: Record<Badge['tone'], string> = { normal: '#5b4fd6', muted: '#6b7280', warning: '#c2410c' }

/** What this worker showed last; calls of the browser cost more than to remember it. */
let shown: string | null = null

/** Puts text, colour and tooltip on the toolbar button. */
export async function showBadge(badge: Badge): Promise<void> {
  const said = JSON.stringify(badge)
  if (said === shown) return
  shown = null
  await Promise.all([
    browser.action.setBadgeText({ text: badge.text }),
    browser.action.setBadgeBackgroundColor({ color: COLOURS[badge.tone] }),
    browser.action.setTitle({ title: badge.title }),
  ])
  shown = said
}
