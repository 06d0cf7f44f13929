import type { Page } from 'playwright-core'
import { can } from './can.ts'

interface Choice {
  /** The name of the button that asks for a file. */
  readonly button: string
  /** The name of the hidden element that takes it. */
  readonly input: string
  readonly file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }
}

/** Chooses a file as a user does; where the browser tells no test of its dialog, the file is put where the dialog would. */
export async function chooseFile(page: Page, { button, input, file }: Choice): Promise<void> {
  if (!can('tellOfFileDialog')) return page.getByLabel(input, { exact: true }).setInputFiles(file)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).press('Enter')
  await (await chooser).setFiles(file)
}
