import { describe, expect, it } from 'vitest'
import { keyOf, normaliseProfileId } from '../../../../lib/domain/urn.ts'
import { fetchOf, makeClient, waiting } from '../support/makeClient.ts'

const request = { accountId: 'a1', conversationUrn: 'urn:li:messagingThread:2-x', count: 50, sync: false }
/** Long enough for a rule that looks back from each of them to take for ever. */
const BRACKETS = ')'.repeat(100_000)

async function page(message: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const row = { text: 'Hi', sentAt: 1772003412000, ...message }
  const { api } = makeClient('http://x', { fetch: fetchOf({ messages: [row], ...more }) })
  const { messages, participants } = await api.listMessages(request, waiting)
  return { message: messages[0], participants }
}

describe('what no person wrote', () => {
  it('a key with a hundred thousand brackets is cut in no time', () => {
    const before = process.cpuUsage()
    expect(keyOf(`urn:li:x:${BRACKETS}y`)).toBe(`${BRACKETS}y`)
    expect(keyOf(`urn:li:x:(a,2-b${BRACKETS}`)).toBe('2-b')
    expect(keyOf(`urn:li:x:${BRACKETS}`)).toBe('')
    normaliseProfileId(`${BRACKETS}y`)
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000)
  })

  it('an id longer than any id names nobody', async () => {
    expect((await page({ senderProfileId: 'x'.repeat(501) })).message?.senderProfileId).toBeNull()
    expect((await page({ senderProfileId: 'x'.repeat(500) })).message?.senderProfileId).toHaveLength(500)
  })

  it('an attachment of 300,000 fields costs neither its message nor its name', async () => {
    const fields = Object.fromEntries(Array.from({ length: 300_000 }, (_, i) => [`field${i}`, i]))
    const { message } = await page({ attachments: [{ name: 'plan.pdf', ...fields }] })
    expect(message?.attachments).toMatchObject([{ name: 'plan.pdf' }])
  })

  it('of thousands of attachments a hundred are kept', async () => {
    const attachments = Array.from({ length: 5_000 }, (_, i) => ({ name: `${i}.pdf` }))
    const { message } = await page({ attachments })
    expect(message?.attachments).toHaveLength(100)
    expect(message?.attachments.at(-1)?.name).toBe('99.pdf')
  })

  it('a name is never cut through a character', async () => {
    const { message } = await page({ attachments: [{ name: `${'n'.repeat(299)}😀` }] })
    expect(message?.attachments[0]?.name).not.toMatch(/\p{Surrogate}/u)
  })

  it('of thousands of people five hundred are kept', async () => {
    const people = Array.from({ length: 5_000 }, (_, i) => ({ name: `Person ${i}` }))
    expect((await page({}, { participants: people })).participants).toHaveLength(500)
  })
})
