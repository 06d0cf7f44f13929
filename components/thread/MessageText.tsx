import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { memo, useMemo, useState } from 'react'
import type { Link, Piece } from '../../lib/domain/links.ts'
import { beginningOf, SHOWN_AT_FIRST } from '../../lib/domain/longText.ts'
import { text } from '../../lib/domain/texts.ts'
import { Button } from '../ui/Button.tsx'
import { RichText } from '../ui/RichText.tsx'
import styles from './MessageText.module.css'

const EMOJI_ONLY =
  /^(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u{FE0F}|\u{200D}|\u{20E3})*|\p{Regional_Indicator}|\s){1,24}$/u
const DIRECTION_MARK = /[\u202A-\u202E\u2066-\u2069]/

interface MessageTextProps {
  text: string
}

/** A message's text, its links made clickable. Everything else in it stays text, and what is too long for a page is shown bit by bit. */
export const MessageText = memo(function MessageText({ text: message }: MessageTextProps) {
  const isEmoji = message.length <= 48 && EMOJI_ONLY.test(message)
  const [room, setRoom] = useState(SHOWN_AT_FIRST)
  const { pieces, cut } = useMemo(() => beginningOf(message, room), [message, room])
  return (
    <>
      <span className={isEmoji ? styles.emoji : styles.text} dir="auto">
        {withOffsets(pieces).map(({ piece, at }) =>
          piece.kind === 'link' ? <MessageLink key={at} link={piece} /> : plainText(piece.shown, at),
        )}
        {cut && '…'}
      </span>
      {cut && (
        <Button size="small" onClick={() => setRoom(room + SHOWN_AT_FIRST)}>
          {text('thread_showMore')}
        </Button>
      )}
    </>
  )
})

/** Direction marks that were never closed end with the stretch they stand in, and leave the links after it alone. */
function plainText(text: string, at: number) {
  return DIRECTION_MARK.test(text) ? <bdi key={at}>{text}</bdi> : text
}

function MessageLink({ link }: { link: Link }) {
  return (
    <>
      <a
        className={styles.link}
        href={link.href}
        target="_blank"
        rel="noopener noreferrer"
        dir="ltr"
        title={link.href}
      >
        {link.shown}
      </a>
      {link.caution !== null && (
        <span className={styles.caution}>
          <TriangleAlert size={12} strokeWidth={2} aria-hidden />
          <span>
            <RichText id="thread_leadsTo" values={{ address: <bdi>{link.caution}</bdi> }} />
          </span>
        </span>
      )}
    </>
  )
}

/** Pieces with where they begin, which names them for React. */
function withOffsets(pieces: readonly Piece[]): { piece: Piece; at: number }[] {
  let at = 0
  return pieces.map((piece) => {
    const start = at
    at += piece.source.length
    return { piece, at: start }
  })
}
