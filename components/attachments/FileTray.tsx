import X from 'lucide-react/icons/x'
import { useRef } from 'react'
import { showHidden } from '../../lib/domain/links.ts'
import { text } from '../../lib/domain/texts.ts'
import { attachmentKind } from '../thread/attachmentText.ts'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './FileTray.module.css'
import type { BoxFiles } from './useFiles.ts'
import { useFilesFromOutside } from './useFilesFromOutside.ts'

interface FileTrayProps {
  box: BoxFiles
  /** There is no text to go with them. */
  withoutText: boolean
}

/** The files that go with the reply being written; pasted and dropped ones come in here. */
export function FileTray({ box, withoutText }: FileTrayProps) {
  const { files, problems, remove } = box
  const place = useRef<HTMLDivElement>(null)
  const over = useFilesFromOutside(place, box.add)
  return (
    <div ref={place} className={styles.tray}>
      {over && <p className={styles.drop}>{text('attachments_drop')}</p>}
      {files.length > 0 && (
        <ul className={styles.files} aria-label={text('attachments_attached')}>
          {files.map((file) => {
            const name = showHidden(file.name)
            return (
              <li key={file.id} className={styles.file}>
                <bdi className={styles.name} title={name}>
                  {name}
                </bdi>
                <span className={styles.kind}>{attachmentKind(file)}</span>
                <IconButton
                  label={text('attachments_remove', { name })}
                  icon={X}
                  size={16}
                  onClick={() => remove(file.id)}
                />
              </li>
            )
          })}
        </ul>
      )}
      <div role="status">
        {problems.map((problem) => (
          <p key={problem} className={styles.problem}>
            {problem}
          </p>
        ))}
        {files.length > 0 && withoutText && <p className={styles.hint}>{text('attachments_needsWords')}</p>}
      </div>
    </div>
  )
}
