import { followLog, type LogFollower } from './followLog.ts'

/** What is waited for: an element in view, with this in its text where given. */
export interface Sight {
  readonly selector: string
  readonly text?: string
  /** This is all of its text, whatever the case. */
  readonly exactly?: string
}

/** From an event to the end of the frame that showed its effect, ms of the page's clock. */
export interface Response {
  readonly from: number
  readonly to: number
}

/** What is put into a measured page before anything of its own runs, as `window.bench`. */
export interface Instruments {
  /** Resolves with the time (ms since navigation began) at which the sight had been painted. */
  painted(sight: Sight): Promise<number>
  /** Measures from the next event of that type. */
  after(event: 'click' | 'keydown' | 'input', sight: Sight): void
  /** Puts `painted` off until it is asked for. */
  awaited?: Promise<number>
  response?: Promise<Response>
  /** Tasks of more than 50 ms since the last asking, ms. */
  longTasks(): number[]
  followLog: typeof followLog
  follower?: LogFollower
}

declare global {
  interface Window {
    bench: Instruments
  }
}

const found: number[] = []
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) found.push(Math.round(entry.duration))
}).observe({ type: 'longtask' })

function elements({ selector, text, exactly }: Sight): Element[] {
  return [...document.querySelectorAll(selector)].filter(
    ({ textContent }) =>
      (text === undefined || textContent?.includes(text)) &&
      (exactly === undefined || textContent?.toLowerCase() === exactly.toLowerCase()),
  )
}

function isInView(element: Element): boolean {
  const box = element.getBoundingClientRect()
  const shown = box.height > 0 && box.bottom > 0 && box.top < innerHeight
  return shown && getComputedStyle(element).visibility !== 'hidden'
}

/**
 * Looks at each change of the document whether the sight is there, without a layout of its own; in the frame that
 * follows whether it is in view; and takes the time in the first task after that frame was painted. In view is what a
 * frame shows in the end: rows that are put into their place once their sizes were observed in it are, too.
 */
function painted(sight: Sight): Promise<number> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    let inFrame = false
    const look = () => {
      if (inFrame || elements(sight).length === 0) return
      inFrame = true
      requestAnimationFrame(atItsEnd)
    }
    // A new observer is told in the frame in which it begins, behind all that were there before.
    const atItsEnd = () => {
      const sizes = new ResizeObserver(() => {
        sizes.disconnect()
        check()
      })
      sizes.observe(document.documentElement)
    }
    const check = () => {
      inFrame = false
      if (!elements(sight).some(isInView)) return requestAnimationFrame(look)
      observer.disconnect()
      port2.postMessage(0)
    }
    const observer = new MutationObserver(look)
    port1.onmessage = () => {
      port1.close()
      resolve(performance.now())
    }
    observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
    look()
  })
}

window.bench = {
  painted,
  after(event, sight) {
    window.bench.response = new Promise((resolve) => {
      const heard = ({ timeStamp }: Event) => {
        painted(sight).then((to) => resolve({ from: timeStamp, to }))
      }
      addEventListener(event, heard, { capture: true, once: true })
    })
  },
  longTasks: () => found.splice(0),
  followLog,
}
