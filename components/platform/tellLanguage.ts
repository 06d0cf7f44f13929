import { language, writingDirection } from '../../lib/domain/texts.ts'

/** Says which language the page is in and where that begins, for fonts, hyphens, quotes, readers of screens and the layout. */
export function tellLanguage(): void {
  const { documentElement } = document
  documentElement.lang = language()
  documentElement.dir = writingDirection()
}
