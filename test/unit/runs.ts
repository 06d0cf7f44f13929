/** Whether this is the long run, `npm run test:soak`. */
export const SOAK = import.meta.env.MODE === 'soak'

/** How often a property is tried: in the usual run, and in the long one. */
export function runs(usual: number, soak: number): number {
  return SOAK ? soak : usual
}
