import { startRecording } from '../../scroll/page/recorder.ts'

/** What scrolling back was like. */
export interface ScrolledBack {
  /** Time between frames, ms. */
  readonly frames: readonly number[]
  /** Tasks of more than 50 ms, ms. */
  readonly longTasks: readonly number[]
  /** The largest move (px) of a message that the turns of the wheel do not explain. */
  readonly worst: number
  /** Frames in which a message could be followed, and those without any. */
  readonly followed: number
  readonly empty: number
  /** How often older messages came in above. */
  readonly prepends: number
}

/** Follows the log of the page while somebody else turns the wheel. */
export interface LogFollower {
  /** After the next frame: how far (px) it is to the top, how often older messages came in, and whether that was all. */
  afterFrame(): Promise<{ top: number; prepends: number; isBeginning: boolean }>
  end(): ScrolledBack
}

/** @param step what one turn of the wheel moves, px */
export function followLog(step: number): LogFollower {
  const log = document.querySelector('[role=log]') as HTMLElement
  // Only where there is less than a step left may the top cut one short.
  const recorder = startRecording(step, step)
  const frames: number[] = []
  const longTasks: number[] = []
  let last = 0
  const tick = (now: number) => {
    if (last > 0) frames.push(now - last)
    last = now
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
  return {
    async afterFrame() {
      await new Promise(requestAnimationFrame)
      const { prepends, scrollTop, longTasks: more } = recorder.read()
      longTasks.push(...more)
      const isBeginning = log.textContent?.includes('Beginning of conversation') ?? false
      return { top: scrollTop, prepends, isBeginning }
    },
    end() {
      const { worst, followed, prepends, emptyAfter: empty, longTasks: more } = recorder.read()
      return { frames, longTasks: [...longTasks, ...more], worst, followed, empty, prepends }
    },
  }
}
