import { expect, test } from 'vitest'
import { attachmentKind } from '../../../../components/thread/attachmentText.ts'
import { fieldsIn, layersOf } from '../../../../lib/api/wire/envelope.ts'
import { seenPolicyOf } from '../../../../lib/domain/settings.ts'

const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__']

test.each(INHERITED)('%s is a name like any other', (name) => {
  expect(seenPolicyOf({ seenPolicy: {} }, name)).toBe('onReading')
  const attachment = { name, mediaType: `${name}/x-y`, byteSize: null, url: null }
  expect(attachmentKind(attachment)).toBe('')
})

test('a field called __proto__ changes no other field of an answer', () => {
  const fields = fieldsIn(layersOf(JSON.parse('{"__proto__":{"status":"ERROR"},"data":{"id":"a"}}')))
  expect(fields.status).toBeUndefined()
  expect(fields.id).toBe('a')
  expect(({} as { status?: string }).status).toBeUndefined()
})
