// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { AttachmentChip } from '../../../../components/thread/AttachmentChip.tsx'
import type { Attachment } from '../../../../lib/domain/message.ts'
import { preparePage } from '../renderPage.tsx'

const PNG = Uint8Array.from('\x89PNG\r\n\x1a\nrest', (sign) => sign.charCodeAt(0))
const HTML = new TextEncoder().encode('<script>alert(1)</script>')
const URL_OF = 'https://media.licdn.com/dms/image/one'

function show(change: Partial<Attachment> = {}, bytes: Uint8Array<ArrayBuffer> = PNG) {
  const page = preparePage()
  const attachment = { name: 'one.png', mediaType: 'image/png', byteSize: 12, url: URL_OF, ...change }
  const url = attachment.url ?? ''
  page.platform.onCommand(async (name) => {
    if (name !== 'fetchMedia') return
    const row = { url, accountId: 'a', fetchedAt: 1, byteSize: bytes.length, mediaType: 'image/png' }
    await page.db.media.put({ ...row, content: bytes.buffer })
  })
  page.show(<AttachmentChip attachment={attachment} place={{ messageId: 'm', index: 0 }} />)
  return page
}

it('fetches nothing unasked; a picture is fetched once, shown, and its address ends with it', async () => {
  const revoke = vi.spyOn(URL, 'revokeObjectURL')
  const { platform } = show()
  expect(platform.calls.commands).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Preview one.png' }))
  const picture = await screen.findByRole('img', { name: 'one.png' })
  expect(picture.getAttribute('src')).toMatch(/^blob:/)
  fireEvent.click(screen.getByRole('button', { name: 'Hide one.png' }))
  await waitFor(() => expect(screen.queryByRole('img')).toBeNull())
  expect(revoke).toHaveBeenCalledWith(picture.getAttribute('src'))
  fireEvent.click(screen.getByRole('button', { name: 'Preview one.png' }))
  await screen.findByRole('img', { name: 'one.png' })
  expect(platform.calls.commands).toEqual([{ name: 'fetchMedia', request: { messageId: 'm', index: 0 } }])
})

it('saves a file as a download that the browser opens as nothing', async () => {
  const { platform } = show({ name: 'a\u202E/b.html', mediaType: 'text/html' }, HTML)
  expect(screen.queryByRole('button', { name: /^Preview/ })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: /^Save/ }))
  await waitFor(() => expect(platform.calls.saved).toHaveLength(1))
  expect(platform.calls.saved[0]).toMatchObject({ name: 'ab.html', type: 'application/octet-stream' })
})

it('shows no picture that is none, whatever it is called', async () => {
  show({}, HTML)
  fireEvent.click(screen.getByRole('button', { name: 'Preview one.png' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/not a picture/)
  expect(screen.queryByRole('img')).toBeNull()
})

it('says why a file could not be fetched', async () => {
  const { platform } = show()
  platform.fail('fetchMedia', { kind: 'offline' })
  fireEvent.click(screen.getByRole('button', { name: 'Save one.png' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/could not be reached/)
})

it('offers nothing for what the API would not fetch', () => {
  show({ url: 'https://www.linkedin.com/feed/' })
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText('one.png')).toBeTruthy()
})
