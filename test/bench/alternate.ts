const WARM_UPS = 2

type Measure = () => Promise<number>

/**
 * Measures product and floor in turn, so that the noise of the machine meets both; the first two of each are thrown away.
 * @param times how many are kept
 * @param others measured in turn with them
 */
export async function alternate(
  times: number,
  { product, floor, others = [] }: Record<'product' | 'floor', Measure> & { others?: readonly Measure[] },
): Promise<{ samples: number[]; floor: number[]; others: number[][] }> {
  const kept = { samples: [] as number[], floor: [] as number[], others: others.map((): number[] => []) }
  for (let n = -WARM_UPS; n < times; n++) {
    const [ours, least] = [await product(), await floor()]
    for (const [at, measure] of others.entries()) {
      const took = await measure()
      if (n >= 0) kept.others[at]?.push(took)
    }
    if (n < 0) continue
    kept.samples.push(ours)
    kept.floor.push(least)
  }
  return kept
}
