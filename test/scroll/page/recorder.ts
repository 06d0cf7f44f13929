/** What the page saw since the recording began; `moved`, `odd` and `longTasks` since the last reading. */
export interface Recording {
  frames: number
  /** Frames in which older messages came in above; and how many of them while the wheel was turning. */
  prepends: number
  prependsInMotion: number
  /** Frames with no message in view, before layout (when scripts run) and as painted. */
  emptyBefore: number
  emptyAfter: number
  /** How far the messages moved. */
  moved: number
  /** The largest move (px) of an anchor that no turn of the wheel explains; and in frames with older messages. */
  worst: number
  worstAtPrepend: number
  /** Frames whose anchor could be followed. */
  followed: number
  /** Frames that went so far that the anchor was out of all that is rendered. */
  lost: number
  longTasks: number[]
  odd: string[]
  scrollTop: number
  serverPages: number
}

export interface Recorder {
  read: () => Recording
  /** Whether the wheel is turning. While it is not, nothing may move at all. */
  setWheeling: (wheeling: boolean) => void
}

/** So many frames after older messages came in, a turn of the wheel from before them may still be on its way. */
const CUT_LATE = 3

/**
 * Follows, frame by frame, where the topmost whole message stands as it is painted. All scrolling comes in wheel steps
 * of one size, so any other movement is the list's own doing.
 * @param cutBelow nearer to the top than this (px) a step may be cut short
 */
export function startRecording(step: number, cutBelow = 3 * step): Recorder {
  const log = document.querySelector('[role=log]') as HTMLElement
  const counts = {
    frames: 0,
    prepends: 0,
    prependsInMotion: 0,
    emptyBefore: 0,
    emptyAfter: 0,
    followed: 0,
    lost: 0,
  }
  const worsts = { worst: 0, worstAtPrepend: 0 }
  const longTasks: number[] = []
  const odd: string[] = []
  let moved = 0
  let wheeling = true
  let anchor: Element | undefined
  let anchorTop = 0
  let height = log.scrollHeight
  let scrollTop = log.scrollTop
  // For some frames after older messages came in, the browser may still cut a step at the top as it was before them.
  let oldTop = Number.POSITIVE_INFINITY
  let oldTopFor = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longTasks.push(Math.round(entry.duration))
  }).observe({ type: 'longtask' })

  const visible = () => {
    const frame = log.getBoundingClientRect()
    return [...log.querySelectorAll('article')].filter((article) => {
      const box = article.getBoundingClientRect()
      return box.bottom > frame.top && box.top < frame.bottom
    })
  }
  const look = () => {
    const inView = visible()
    const grown = log.scrollHeight - height
    const isPrepend = grown > 1500
    counts.frames++
    if (inView.length === 0) {
      counts.emptyAfter++
      odd.push(JSON.stringify({ frame: counts.frames, empty: true, scrollTop, to: log.scrollTop, grown }))
    }
    if (isPrepend) counts.prepends++
    if (isPrepend && wheeling) counts.prependsInMotion++
    if (anchor && !anchor.isConnected) counts.lost++
    if (anchor?.isConnected) {
      const by = anchor.getBoundingClientRect().top - anchorTop
      moved += by
      // Near the very top the browser cuts a step short, and nobody can tell by how much it should have been.
      const isCut = wheeling && Math.min(scrollTop, oldTop) < cutBelow
      const off = wheeling ? Math.abs(by - Math.round(by / step) * step) : Math.abs(by)
      if (!isCut) {
        counts.followed++
        worsts.worst = Math.max(worsts.worst, off)
        if (isPrepend) worsts.worstAtPrepend = Math.max(worsts.worstAtPrepend, off)
        if (off > 1)
          odd.push(
            JSON.stringify({ frame: counts.frames, wheeling, by, scrollTop, to: log.scrollTop, grown }),
          )
      }
    }
    if (isPrepend) {
      oldTop = log.scrollTop - grown
      oldTopFor = CUT_LATE
    } else if (oldTopFor-- > 0) oldTop += log.scrollTop - scrollTop
    else oldTop = Number.POSITIVE_INFINITY
    height = log.scrollHeight
    scrollTop = log.scrollTop
    anchor = inView[1] ?? inView[0]
    anchorTop = anchor?.getBoundingClientRect().top ?? 0
  }
  // Looks after the list's own resize observer has had its turn and before the frame is painted: a task after painting
  // would also see changes that are not laid out yet. Deep down, so as not to change the order of observations.
  const probe = deepElement()
  new ResizeObserver(look).observe(probe)
  const frame = () => {
    if (visible().length === 0) counts.emptyBefore++
    probe.style.width = probe.style.width === '1px' ? '2px' : '1px'
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  return {
    read: () => {
      const since = { moved, longTasks: longTasks.splice(0), odd: odd.splice(0) }
      moved = 0
      const serverPages = performance.getEntriesByName('loadOlder').length
      return { ...counts, ...worsts, ...since, scrollTop: log.scrollTop, serverPages }
    },
    setWheeling: (now) => {
      wheeling = now
    },
  }
}

function deepElement(): HTMLElement {
  let element: HTMLElement = document.body
  for (let depth = 0; depth < 40; depth++) {
    element = element.appendChild(document.createElement('div'))
    if (depth === 0) element.style.cssText = 'position:fixed;left:0;top:0;height:1px;overflow:hidden'
  }
  return element
}
