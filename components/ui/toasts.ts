export interface Toast {
  /** Another of the same id takes its place. */
  id: string
  text: string
  /** What can be done about it, such as taking it back; pressing closes the toast. */
  action?: { name: string; run: () => void }
  tone?: 'neutral' | 'danger'
}

let waiting: readonly Toast[] = []
let listener: (() => void) | null = null
let count = 0

/** Says what was just done, for some seconds, at the bottom of the page; gives its id. Needs a `ToastHost` there. */
export function showToast(toast: Omit<Toast, 'id'> & { id?: string }): string {
  const shown = { id: `toast-${++count}`, ...toast }
  waiting = [...waiting, shown]
  listener?.()
  return shown.id
}

/** Those that nobody has put on the page yet; they are then no longer waiting. */
export function takeToasts(): readonly Toast[] {
  const taken = waiting
  waiting = []
  return taken
}

/** Tells whoever puts toasts on the page that there are some. Gives the way to stop. */
export function onToasts(heard: () => void): () => void {
  listener = heard
  if (waiting.length > 0) heard()
  return () => {
    if (listener === heard) listener = null
  }
}
