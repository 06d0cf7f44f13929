// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { SnippetsSection } from '../../../../components/settings/SnippetsSection.tsx'
import { ToastHost } from '../../../../components/ui/ToastHost.tsx'
import { readSnippetFile, SnippetFileError, writeSnippetFile } from '../../../../lib/domain/snippetFile.ts'
import { preparePage } from '../renderPage.tsx'

const intro = { id: 'a', name: 'Intro', text: 'Hi {firstName} of {company?}, a {role}' }

async function openSection() {
  const page = preparePage()
  await page.db.snippets.add(intro)
  page.show(
    <>
      <SnippetsSection />
      <ToastHost />
    </>,
  )
  await screen.findByText('Intro')
  const names = async () => (await page.db.snippets.toArray()).map(({ name }) => name).sort()
  const take = (content: string) =>
    fireEvent.change(screen.getByLabelText('File of snippets'), {
      target: { files: [new File([content], 'snippets.json')] },
    })
  return { ...page, names, take }
}

it('shows what becomes of a snippet while it is written, and puts variables in', async () => {
  await openSection()
  fireEvent.click(screen.getByRole('button', { name: 'Edit Intro' }))
  expect(screen.getByText(/Hi Ines of Northwind, a/)).toBeTruthy()
  expect(screen.getByText('{role}').tagName).toBe('MARK')
  const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' })
  text.setSelectionRange(0, 0)
  fireEvent.click(screen.getByRole('button', { name: 'Insert {myFirstName}' }))
  await waitFor(() => expect(text.value.startsWith('{myFirstName}')).toBe(true))
})

it('a deleted snippet can be had back', async () => {
  const { names, db } = await openSection()
  fireEvent.click(screen.getByRole('button', { name: 'Delete Intro' }))
  await waitFor(async () => expect(await names()).toEqual([]))
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect(await db.snippets.toArray()).toEqual([intro]))
})

it('exports all, and imports what is new of a file', async () => {
  const { platform, take, names } = await openSection()
  fireEvent.click(screen.getByRole('button', { name: 'Download snippets' }))
  const [saved] = platform.calls.saved
  expect(readSnippetFile(String(saved?.content))).toEqual([{ name: intro.name, text: intro.text }])
  take(writeSnippetFile([intro, { id: 'x', name: 'Bye', text: 'See you' }]))
  await screen.findByText('1 added, 1 were there already.')
  expect(await names()).toEqual(['Bye', 'Intro'])
})

it.each([
  ['no JSON', '{"format":"parley-snip'],
  ['another file', '{"snippets":[]}'],
  ['a newer version', '{"format":"parley-snippets","version":2,"snippets":[]}'],
  [
    'one bad row',
    '{"format":"parley-snippets","version":1,"snippets":[{"name":"Bye","text":"See you"},{"name":""}]}',
  ],
  ['a row that is none', '{"format":"parley-snippets","version":1,"snippets":[null]}'],
])('a broken file (%s) is told and changes nothing', async (_, content) => {
  const { take, names } = await openSection()
  expect(() => readSnippetFile(content)).toThrow(SnippetFileError)
  take(content)
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing was changed.')
  expect(await names()).toEqual(['Intro'])
})
