import type { Triage } from './triage.ts'

/** What one deed of the user changed in the triage of one conversation: each changed field as it was, and as it became. */
export interface TriageStep {
  conversationId: string
  accountId: string
  before: Partial<Triage>
  after: Partial<Triage>
}

/** The step from one triage of a conversation to the next. */
export function stepBetween(before: Triage, after: Triage): TriageStep {
  const { conversationId, accountId } = before
  const fields = (Object.keys(after) as (keyof Triage)[]).filter((field) => before[field] !== after[field])
  const only = (triage: Triage) => Object.fromEntries(fields.map((field) => [field, triage[field]]))
  return { conversationId, accountId, before: only(before), after: only(after) }
}

/**
 * The triage as it would be without that step. What changed since then by anything else stays: arrivals move marks, the
 * time wakes what was snoozed, and of the labels only those come and go that the step brought or took.
 */
export function withoutStep(now: Triage, { before, after }: TriageStep): Triage {
  const undone: Triage = { ...now, ...unchangedSince(now, before, after) }
  if (before.labels && after.labels) undone.labels = labelsWithout(now.labels, before.labels, after.labels)
  // A message that came late moved them down, and what it waits behind is unread either way.
  if (before.readUpTo !== undefined && now.readUpTo < (after.readUpTo ?? 0)) {
    undone.readUpTo = Math.min(before.readUpTo, now.readUpTo)
  }
  if (before.doneUpTo !== undefined && now.doneUpTo !== null && now.doneUpTo < (after.doneUpTo ?? 0)) {
    undone.doneUpTo = before.doneUpTo === null ? null : Math.min(before.doneUpTo, now.doneUpTo)
  }
  return undone
}

function unchangedSince(now: Triage, before: Partial<Triage>, after: Partial<Triage>): Partial<Triage> {
  const fields = (Object.keys(before) as (keyof Triage)[]).filter((field) => now[field] === after[field])
  return Object.fromEntries(fields.map((field) => [field, before[field]]))
}

function labelsWithout(
  now: readonly string[],
  before: readonly string[],
  after: readonly string[],
): string[] {
  const left = now.filter((id) => before.includes(id) || !after.includes(id))
  const taken = before.filter((id) => !after.includes(id) && !now.includes(id))
  return [...left, ...taken].toSorted()
}
