import type { Snippet } from './snippet.ts'
import { counted, numberText, text } from './texts.ts'

/** A snippet without the id this machine gave it. */
export type PlainSnippet = Pick<Snippet, 'name' | 'text'>

const FORMAT = 'parley-snippets'
const LONGEST_NAME = 200
const LONGEST_TEXT = 20_000
const MOST = 2_000

/** A file that is not one of snippets; the message says why, for the user. */
export class SnippetFileError extends Error {
  override readonly name = 'SnippetFileError'
}

/** Snippets as a file. */
export function writeSnippetFile(snippets: readonly Snippet[]): string {
  const plain = snippets.map(({ name, text }) => ({ name, text }))
  return JSON.stringify({ format: FORMAT, version: 1, snippets: plain }, null, 2)
}

/**
 * The snippets of a file: all of them, or none.
 * @throws SnippetFileError
 */
export function readSnippetFile(content: string): PlainSnippet[] {
  const file = parsed(content)
  const rows = isRecord(file) && file.format === FORMAT ? file.snippets : undefined
  if (!Array.isArray(rows)) throw new SnippetFileError(text('snippetFile_foreign'))
  if (isRecord(file) && file.version !== 1) {
    throw new SnippetFileError(text('snippetFile_newer'))
  }
  if (rows.length > MOST) throw new SnippetFileError(counted('snippetFile_tooMany', MOST))
  return rows.map((row, index) => readRow(row, index + 1))
}

function readRow(row: unknown, place: number): PlainSnippet {
  const { name, text: words }: Record<string, unknown> = isRecord(row) ? row : {}
  if (!isText(name, LONGEST_NAME) || !isText(words, LONGEST_TEXT)) {
    throw new SnippetFileError(text('snippetFile_broken', { place: numberText(place) }))
  }
  return { name: name.trim(), text: words }
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    throw new SnippetFileError(text('snippetFile_damaged'))
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longest
}
