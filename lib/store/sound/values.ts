/** Something with named fields. */
export type Row = Record<string, unknown>

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(value)
}

/** Whether a value can stand where another one does: same type, lists of texts, and for null (nothing chosen) a time too. */
export function isLike(value: unknown, model: unknown): boolean {
  if (model === null) return value === null || isNumber(value)
  if (typeof model === 'number') return isNumber(value)
  if (Array.isArray(model)) return Array.isArray(value) && value.every((one) => typeof one === 'string')
  if (!isRow(model)) return typeof value === typeof model
  return isRow(value) && Object.keys(model).every((field) => isLike(value[field], model[field]))
}
