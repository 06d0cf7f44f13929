import { type MenuEntry, onMenuChoice, setMenu } from '../../lib/browser/contextMenus.ts'
import { onStart } from '../../lib/browser/lifecycle.ts'
import { openPanel, showWithoutClick } from '../../lib/browser/panel.ts'
import { onShortcut } from '../../lib/browser/shortcuts.ts'
import type { Route } from '../../lib/domain/panelRoute.ts'
import { profileOfLink } from '../../lib/domain/profileLink.ts'
import { text } from '../../lib/domain/texts.ts'

const menu = (): MenuEntry[] => [
  {
    id: 'message',
    title: text('menu_message'),
    context: 'link',
    targets: ['*://*.linkedin.com/in/*'],
  },
  { id: 'search', title: text('menu_search', { selection: '%s' }), context: 'selection' },
]
/** Whoever selected more than this was not looking for it. */
const LONGEST_SEARCH = 200

/** The ways into the panel from anywhere in the browser: its menu and its keyboard shortcuts. */
export function openDoors(nextUnread: () => Promise<Route>, quietly: (work: Promise<void>) => void): void {
  const lead = (windowId: number | undefined, route: Route | Promise<Route>) =>
    quietly(
      windowId === undefined
        ? Promise.resolve(route).then((there) => showWithoutClick(there))
        : openPanel(windowId, route),
    )
  onStart(() => quietly(setMenu(menu())))
  onMenuChoice(({ id, windowId, linkUrl = '', selectionText = '' }) => {
    if (id === 'search')
      lead(windowId, { page: 'search', query: selectionText.trim().slice(0, LONGEST_SEARCH) })
    else lead(windowId, { page: 'new', profile: profileOfLink(linkUrl) ?? '' })
  })
  onShortcut((name, windowId) => lead(windowId, name === 'next-unread' ? nextUnread() : { page: 'list' }))
}
