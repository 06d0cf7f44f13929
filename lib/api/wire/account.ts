import { type ListedAccount, NAMELESS_ACCOUNT } from '../../domain/account.ts'
import { fieldsIn, isRecord, layersOf, rowsIn } from './envelope.ts'
import { flag, name, record, rowOf, word } from './fields.ts'
import { joinedName, LONGEST_ID } from './identity.ts'
import { BadRow, type Rows, readRows } from './readRows.ts'

const accountRow = rowOf({
  id: word,
  accountId: word,
  firstName: name,
  lastName: name,
  name,
  publicId: word,
  picture: word,
  profilePicture: word,
  status: word,
  enabled: flag,
  hasTokens: flag,
  linkedinPlan: record,
  hasSalesNavigator: flag,
  premiumType: word,
})
type AccountRow = ReturnType<typeof accountRow>

const plan = rowOf({ hasSalesNavigator: flag, premiumType: word })

/** The accounts of a list, or of a status as a list of one (contract 1.1, 8.17); null where it is neither. */
export function readAccounts(value: unknown): Rows<ListedAccount> | null {
  const layers = layersOf(value)
  const rows = rowsIn(layers, ['accounts'])
  // That there are none at all is said by an empty list, not by none.
  const told =
    rows && (rows.length > 0 || !layers.some((layer) => isRecord(layer) && layer.accounts === null))
  if (told) return oncePerId(readRows(rows, readAccount))
  const alone = readRows([fieldsIn(layers)], readAccount)
  return alone.items.length > 0 ? alone : null
}

/** An account can be the caller's own and shared with the workspace, and come for each. */
function oncePerId({ items, reasons }: Rows<ListedAccount>): Rows<ListedAccount> {
  const byId = new Map<string, ListedAccount>()
  for (const item of items) if (!byId.has(item.id)) byId.set(item.id, item)
  return { items: [...byId.values()], reasons }
}

/** What an account's status tells (contract 1.2), or null where the answer is none. */
export function readAccountStatus(value: unknown): { usable: boolean; hasSalesNavigator: boolean } | null {
  const row = accountRow(fieldsIn(layersOf(value)))
  const says = row.id ?? row.accountId ?? row.status ?? row.enabled ?? row.hasTokens
  return says === null ? null : { usable: isUsable(row), hasSalesNavigator: hasSalesNavigator(row) }
}

function readAccount(row: unknown): ListedAccount | BadRow {
  if (!isRecord(row)) return new BadRow('account is not an object')
  const a = accountRow(row)
  const id = a.id ?? a.accountId
  if (id === null || id.length > LONGEST_ID) return new BadRow('account without id')
  const fullName = joinedName(a.firstName, a.lastName) ?? a.name ?? a.publicId ?? NAMELESS_ACCOUNT
  return {
    id,
    name: fullName,
    firstName: a.firstName ?? fullName.split(/\s+/)[0] ?? fullName,
    publicId: a.publicId,
    picture: a.picture ?? a.profilePicture,
    usable: isUsable(a),
    hasSalesNavigator: hasSalesNavigator(a),
  }
}

/** Unknown states are usable; only a clear no is one (contract 1.2, 8.19). */
function isUsable({ enabled, hasTokens, status }: AccountRow): boolean {
  return enabled !== false && hasTokens !== false && status?.toUpperCase() !== 'ERROR'
}

/** Booleans before plan names, and unknown names are none (contract 8.20). */
function hasSalesNavigator(row: AccountRow): boolean {
  const { hasSalesNavigator: planned, premiumType } = plan(row.linkedinPlan ?? {})
  const type = premiumType ?? row.premiumType
  return planned ?? row.hasSalesNavigator ?? type?.toUpperCase() === 'SALES_NAVIGATOR'
}
