/** A colour as CSS writes it: `oklch(51% 0.215 281)`. Alpha is not handled; text pairs have none. */
function parseOklch(css: string): [l: number, c: number, h: number] {
  const parts = /oklch\(([\d.]+)%\s+([\d.]+)\s+([\d.]+)\)/.exec(css)
  if (!parts) throw new Error(`Not an opaque oklch colour: ${css}`)
  return [Number(parts[1]) / 100, Number(parts[2]), Number(parts[3])]
}

/** WCAG 2 relative luminance; channels outside sRGB are clipped, as browsers do. */
function luminance([l, c, h]: readonly [number, number, number]): number {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  const red = clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short)
  const green = clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short)
  const blue = clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(parseOklch(one)), luminance(parseOklch(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
