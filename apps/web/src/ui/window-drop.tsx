import { IconUpload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { m } from '../paraglide/messages.js'
import classes from './files.module.css'

interface Props {
  /** What becomes of files that are dropped. */
  label?: string
  onFiles: (files: File[]) => void
}

/**
 * Takes files dropped anywhere on the page, so that none falls beside the field and is opened by the
 * browser in the place of what was typed.
 */
export function WindowDrop({ label, onFiles }: Props) {
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      // Out of the window, not from one part of the page to the next.
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
  if (!over) return null
  return (
    <div className={classes.window} aria-hidden>
      <p>
        <IconUpload size={28} /> {label ?? m.ui_file_drop_here()}
      </p>
    </div>
  )
}

/** Text that is dragged is none of our business. */
const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false
