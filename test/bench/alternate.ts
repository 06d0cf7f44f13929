const WARM_UPS = 2

type Measure = () => Promise<number>

/**
 * Measures product and floor in turn, so that the noise of the machine meets both; the first two of each are thrown away.
 * @param times how many are kept
 * @param more measured in turn with them
 */
export async function alternate(
  times: number,
  { product, floor, more }: Record<'product' | 'floor', Measure> & { more?: Measure },
): Promise<{ samples: number[]; floor: number[]; more: number[] }> {
  const kept = { samples: [] as number[], floor: [] as number[], more: [] as number[] }
  for (let n = -WARM_UPS; n < times; n++) {
    const [ours, least, other] = [await product(), await floor(), await more?.()]
    if (n < 0) continue
    kept.samples.push(ours)
    kept.floor.push(least)
    if (other !== undefined) kept.more.push(other)
  }
  return kept
}
