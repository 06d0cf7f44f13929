import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonScanner, type ScanState } from '../../../../lib/api/http/JsonScanner.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const container = fc
  .oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()))
  .chain((value) => fc.constantFrom(JSON.stringify(value), JSON.stringify(value, null, 2)))

/** Bytes cut into chunks at the given places, wherever those fall. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const at = [...new Set(places.map((p) => p % (bytes.length + 1)))].sort((a, b) => a - b)
  return [0, ...at].map((from, i) => bytes.subarray(from, at[i] ?? bytes.length))
}

function scan(chunks: readonly Uint8Array[]): { states: ScanState[]; end: number | null } {
  const scanner = new JsonScanner()
  return { states: chunks.map((chunk) => scanner.push(chunk)), end: scanner.end }
}

describe('JsonScanner', () => {
  it('finds the end of any object or list, wherever the chunks are cut and whatever follows', () => {
    fc.assert(
      fc.property(container, fc.array(fc.nat()), fc.string({ unit: 'binary' }), (json, places, rest) => {
        const bytes = encode(json)
        const { states, end } = scan([...cut(bytes, places), encode(rest)])
        expect(states.at(-1)).toBe('complete')
        expect(end).toBe(bytes.length)
      }),
    )
  })

  it('never calls a cut-off object or list complete', () => {
    fc.assert(
      fc.property(container, fc.nat(), fc.array(fc.nat()), (json, length, places) => {
        const bytes = encode(json)
        const { states, end } = scan(cut(bytes.subarray(0, length % bytes.length), places))
        expect(new Set(states)).toEqual(new Set(['more']))
        expect(end).toBeNull()
      }),
    )
  })

  it('is not misled by brackets, quotes and backslashes inside strings', () => {
    const json = String.raw`{"a":"}]\"}\\","b\\":["{"]}`
    expect(scan([encode(json)])).toEqual({ states: ['complete'], end: json.length })
    expect(scan(Array.from(encode(json), (byte) => Uint8Array.of(byte))).end).toBe(json.length)
  })

  it('skips white space and a byte order mark in front', () => {
    const json = '\uFEFF \r\n\t{}'
    expect(scan([encode(json)]).end).toBe(encode(json).length)
  })

  it('takes a bare text for complete at its closing quote', () => {
    expect(scan([encode('"a\\"b" ')])).toEqual({ states: ['complete'], end: 6 })
  })

  it.each(['12', 'true', 'null', '', '  '])('waits for the end of %j, which has none of its own', (json) => {
    expect(scan([encode(json)]).states).toEqual(['more'])
  })

  it.each(['<html>', 'Bad gateway', ']', '}', '\u00e9'])('knows at once that %j is no JSON', (text) => {
    expect(scan([encode(text)]).states).toEqual(['notJson'])
  })
})
