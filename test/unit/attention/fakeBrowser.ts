/** A notification as the browser was asked to show it. */
export interface Shown {
  id: string
  title: string
  message: string
  contextMessage?: string
  silent?: boolean
  buttons?: readonly string[]
}

/** What attention uses of a browser, held in memory; test files put it in the place of the real modules. */
export const fakeBrowser = {
  /** Every notification shown, in order. */
  shown: [] as Shown[],
  /** Those that still stand, by id. */
  standing: new Map<string, Shown>(),
  /** A notification of this id is refused. */
  refused: '',
  /** What happens while the browser is about to show one. */
  meanwhile: async () => undefined as unknown,
  badge: { text: '', tone: '', title: '' },
  memo: new Map<string, unknown>(),
  /** The conversations visible pages show. */
  onScreen: new Set<string>(),

  reset(): void {
    fakeBrowser.shown.length = 0
    fakeBrowser.standing.clear()
    fakeBrowser.refused = ''
    fakeBrowser.meanwhile = async () => undefined
    fakeBrowser.memo.clear()
    fakeBrowser.onScreen.clear()
  },
}

export const notifications = {
  async showNotice(notice: Shown): Promise<void> {
    if (fakeBrowser.refused === notice.id) throw new Error('No notifications here')
    await fakeBrowser.meanwhile()
    fakeBrowser.shown.push(notice)
    fakeBrowser.standing.set(notice.id, notice)
  },
  standingNotices: async () => [...fakeBrowser.standing.keys()],
  withdrawNotice: async (id: string) => void fakeBrowser.standing.delete(id),
}

export const memo = {
  readMemo: async (key: string) => fakeBrowser.memo.get(key),
  writeMemo: async (key: string, value: unknown) => void fakeBrowser.memo.set(key, value),
  forgetMemo: async (key: string) => void fakeBrowser.memo.delete(key),
}

export const presence = { onScreen: async () => new Set(fakeBrowser.onScreen) }

export const badge = {
  showBadge: async (shown: typeof fakeBrowser.badge) => void Object.assign(fakeBrowser.badge, shown),
}
