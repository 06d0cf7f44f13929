import type { ChangeEvent } from 'react'
import { closedEmojiCode } from '../../lib/domain/suggestToken.ts'
import { insertText } from './insertText.ts'

/** A code that was just closed by its second colon, such as `:tada:`, becomes its emoji. */
export function closeEmojiCode({ target: box, nativeEvent }: ChangeEvent<HTMLTextAreaElement>): void {
  if (!('data' in nativeEvent) || nativeEvent.data !== ':') return
  const { value, selectionStart: caret } = box
  const closed = closedEmojiCode(value, caret)
  if (!closed) return
  void import('./emoji.ts').then(({ emojiCalled }) => {
    const emoji = emojiCalled(closed.code)
    // While they were loaded the user may have typed on.
    if (emoji && box.value === value && box.selectionStart === caret) insertText(box, emoji, closed.from)
  })
}
