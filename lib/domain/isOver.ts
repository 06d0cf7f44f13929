/**
 * Whether a wait until `until` is over (local ms). One that ends further ahead than any such wait can be (`longest`, ms)
 * was begun before the clock was put back, and counts as over rather than being sat out for hours.
 */
export function isOver(until: number, now: number, longest: number): boolean {
  return now >= until || until > now + longest
}
