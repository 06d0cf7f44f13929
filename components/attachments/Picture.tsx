import { useEffect, useState } from 'react'
import styles from './Picture.module.css'

interface PictureProps {
  content: Blob
  name: string
  onBroken: () => void
}

/** A received picture. Its address is of this page only, and ends with it. */
export function Picture({ content, name, onBroken }: PictureProps) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(content)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [content])
  if (url === null) return null
  return <img className={styles.picture} src={url} alt={name} decoding="async" onError={onBroken} />
}
