import * as z from 'zod/mini'
import { BACKUP_FORMAT, BACKUP_VERSION, isChoice, type UserMade } from '../../domain/backup/Backup.ts'
import { DEFAULT_SETTINGS } from '../../domain/settings.ts'
import { text } from '../../domain/texts.ts'
import { untouched } from '../../domain/triage.ts'
import { mendSetting } from '../sound/mend.ts'

// The extension's policy forbids code made at run time, so this must come before any schema.
z.config({ jitless: true })

/** A file that is no backup, or one that is broken; the message is for the user. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

const id = z.string().check(z.minLength(1), z.maxLength(2_000))
const time = z.number()
const maybeTime = z.nullable(z.number())
const label = z.object({ id, name: z.string(), hue: z.number() })
const snippet = z.object({ id, name: z.string(), text: z.string() })
const draft = z.object({ conversationId: id, text: z.string(), updatedAt: time })
const note = z.object({ personId: id, text: z.string(), updatedAt: time })
const search = z.object({ id, name: z.string(), query: z.string(), position: z.number() })
const triage = z.object({
  conversationId: id,
  accountId: id,
  readUpTo: z.optional(time),
  readAt: z.optional(time),
  unreadMark: z.optional(z.boolean()),
  notifiedUpTo: z.optional(time),
  starred: z.optional(z.boolean()),
  doneUpTo: z.optional(maybeTime),
  snoozedUntil: z.optional(maybeTime),
  muted: z.optional(z.boolean()),
  labels: z.optional(z.array(id)),
  remindAt: z.optional(maybeTime),
  remindSince: z.optional(time),
  goAheads: z.optional(z.array(z.string())),
})
const backup = z.object({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal(BACKUP_VERSION),
  madeAt: z.iso.datetime(),
  settings: z.record(z.string(), z.unknown()),
  labels: z.array(label),
  snippets: z.array(snippet),
  drafts: z.array(draft),
  triage: z.array(triage),
  personNotes: z.array(note),
  savedSearches: z.array(search),
})

/** The settings of which not every text is one. */
const choices = z.object({
  theme: z.optional(z.enum(['system', 'light', 'dark'])),
  keyProfile: z.optional(z.enum(['gmail', 'superhuman'])),
  notificationContent: z.optional(z.string()),
  pollSeconds: z.optional(z.number().check(z.minimum(15), z.maximum(86_400))),
  undoSeconds: z.optional(z.number().check(z.minimum(0), z.maximum(300))),
})

/** The text of a backup's file. */
export function writeBackup(made: UserMade, madeAt: string): string {
  return JSON.stringify({ format: BACKUP_FORMAT, version: BACKUP_VERSION, madeAt, ...made }, null, 1)
}

/**
 * What a backup's file holds. Fields and settings that this version does not know are left out.
 * @throws BackupError in words for the user
 */
export function readBackup(file: string): { madeAt: number; made: UserMade } {
  const given = parsed(file)
  const read = z.safeParse(backup, given)
  if (!read.success) throw new BackupError(reasonOf(given, read.error))
  const { madeAt, settings, triage: touched, ...rest } = read.data
  return {
    madeAt: Date.parse(madeAt),
    made: {
      ...rest,
      settings: settingsIn(settings),
      triage: touched.map((row) => ({ ...untouched(row.conversationId, row.accountId), ...defined(row) })),
    },
  }
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(file)
  } catch {
    throw new BackupError(text('backup_unreadable'))
  }
}

function reasonOf(given: unknown, error: z.core.$ZodError): string {
  const { format, version } = (given ?? {}) as Record<string, unknown>
  if (format === 'parley-export') return text('backup_isExport')
  if (format !== BACKUP_FORMAT) return text('backup_notBackup')
  if (typeof version === 'number' && version > BACKUP_VERSION) return text('backup_newer')
  const place = error.issues[0]?.path.map(String).join(' › ')
  return place ? text('backup_damagedAt', { place }) : text('backup_damaged')
}

function settingsIn(given: Record<string, unknown>): Record<string, unknown> {
  const known = Object.keys(DEFAULT_SETTINGS).filter((key) => isChoice(key) && Object.hasOwn(given, key))
  const settings = Object.fromEntries(
    known.map((key) => {
      const row = mendSetting({ key, value: given[key] })
      if (!row) throw damagedSetting(key)
      return [key, row.value]
    }),
  )
  const read = z.safeParse(choices, settings)
  if (!read.success) throw damagedSetting(String(read.error.issues[0]?.path[0]))
  return settings
}

function damagedSetting(key: string): BackupError {
  return new BackupError(text('backup_damagedAt', { place: `settings › ${key}` }))
}

function defined<T extends object>(row: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(row).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}
