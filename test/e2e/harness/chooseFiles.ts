import type { Page } from 'playwright-core'
import { can } from './can.ts'

interface Choice {
  /** The name of the button that asks for files. */
  readonly button: string
  /** The name of the hidden element that takes them. */
  readonly input: string
  readonly files: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[]
}

/** Chooses files as a user does; where the browser tells no test of its dialog, they are put where the dialog would. */
export async function chooseFiles(page: Page, { button, input, files }: Choice): Promise<void> {
  if (!can('tellOfFileDialog')) return page.getByLabel(input, { exact: true }).setInputFiles(files)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).press('Enter')
  await (await chooser).setFiles(files)
}
