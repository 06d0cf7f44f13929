export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Layer = Record<string, unknown> | readonly unknown[]

const DEEPEST = 4

/** An answer and what its `data` envelopes hold, from the outside in (contract 8.21). Empty for scalars. */
export function layersOf(value: unknown): Layer[] {
  const layers: Layer[] = []
  let layer = value
  while (layers.length < DEEPEST && (isRecord(layer) || Array.isArray(layer))) {
    layers.push(layer)
    layer = isRecord(layer) ? layer.data : undefined
  }
  return layers
}

/**
 * The rows of a list answer: a bare list, or what lies under one of `names`, at any layer. A list that is null is
 * an empty one; null comes back where no layer has a list at all.
 */
export function rowsIn(layers: readonly Layer[], names: readonly string[]): readonly unknown[] | null {
  let empty: readonly unknown[] | null = null
  for (const layer of layers) {
    if (!isRecord(layer)) return layer
    for (const name of names) {
      const rows = layer[name]
      if (Array.isArray(rows)) return rows
      if (rows === null) empty = []
    }
  }
  return empty
}

/** The objects of all layers as one; inner fields win. */
export function fieldsIn(layers: readonly Layer[]): Record<string, unknown> {
  // From entries rather than assigned: a field called `__proto__` stays a field.
  return Object.fromEntries(layers.filter(isRecord).flatMap((layer) => Object.entries(layer)))
}
