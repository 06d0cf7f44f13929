import { expect, test } from 'vitest'
import { ApiError } from '../../../lib/api/ApiError.ts'
import { eachThread } from '../../../lib/sync/eachThread.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'

const threads = Array.from({ length: 6 }, (_, i) => makeConversation({ id: String(i) }))
const moment = () => new Promise((resolve) => setTimeout(resolve))

test('no more threads than said are worked on side by side, in their order, and all of them', async () => {
  const begun: string[] = []
  let underway = 0
  let most = 0
  const work = async ({ id }: { id: string }) => {
    begun.push(id)
    most = Math.max(most, ++underway)
    await moment()
    underway--
  }
  await eachThread(threads, work, 3)
  expect(begun).toEqual(threads.map(({ id }) => id))
  expect(most).toBe(3)
})

test('what fails for one thread is left; what fails for all ends it once those that were begun are through', async () => {
  const begun: string[] = []
  const ended: string[] = []
  const work = async ({ id }: { id: string }) => {
    begun.push(id)
    if (id === '0') throw new ApiError({ kind: 'notFound', notDelivered: true })
    if (id === '2') throw new ApiError({ kind: 'keyRejected', notDelivered: true })
    await moment()
    ended.push(id)
  }
  await expect(eachThread(threads, work, 2)).rejects.toMatchObject({ kind: 'keyRejected' })
  expect(begun).toEqual(['0', '1', '2'])
  expect(ended).toEqual(['1'])
})

test('one thread may hang; where another does too, it is the API', async () => {
  const begun: string[] = []
  const work = async ({ id }: { id: string }) => {
    begun.push(id)
    throw new ApiError({ kind: 'timeout', notDelivered: false })
  }
  await expect(eachThread(threads, work)).rejects.toMatchObject({ kind: 'timeout' })
  expect(begun).toEqual(['0', '1'])
})
