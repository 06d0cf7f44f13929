import Paperclip from 'lucide-react/icons/paperclip'
import { useRef } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { IconButton } from '../ui/IconButton.tsx'
import type { BoxFiles } from './useFiles.ts'

/** Chooses files to send along. */
export function AttachButton({ add, allowed }: BoxFiles) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton
        label={text('attachments_attach')}
        icon={Paperclip}
        size={16}
        onClick={() => (allowed ? input.current?.click() : add([]))}
      />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={text('attachments_toAttach')}
        onChange={(event) => {
          add([...(event.target.files ?? [])])
          // The same file can be chosen again after it was taken away.
          event.target.value = ''
        }}
      />
    </>
  )
}
