/**
 * What the seventh version adds: when what may travel to the user's other computers was changed here, and how the exchange
 * with them stands.
 */
export const VERSION_7 = {
  stamps: 'id, told',
  travel: 'id',
} as const
