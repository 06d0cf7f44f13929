const WARM_UPS = 2

/**
 * Measures product and floor in turn, so that the noise of the machine meets both; the first two of each are thrown away.
 * @param times how many are kept
 */
export async function alternate(
  times: number,
  { product, floor }: { product: () => Promise<number>; floor: () => Promise<number> },
): Promise<{ samples: number[]; floor: number[] }> {
  const samples: number[] = []
  const floors: number[] = []
  for (let n = -WARM_UPS; n < times; n++) {
    const [ours, least] = [await product(), await floor()]
    if (n < 0) continue
    samples.push(ours)
    floors.push(least)
  }
  return { samples, floor: floors }
}
