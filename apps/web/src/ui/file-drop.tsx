import { IconUpload } from '@tabler/icons-react'
import { type ReactNode, type Ref, useId, useState } from 'react'
import { formatBytes } from '../lib/format.ts'
import { m } from '../paraglide/messages.js'
import classes from './files.module.css'

interface Props {
  label?: string
  error?: ReactNode
  /** What may be chosen, and the words for it, where it is not a document. */
  accept?: string
  limit?: string
  /** In bytes; said beforehand, and larger files are not sent. */
  maxSize: number
  onFiles: (files: File[]) => void
  ref?: Ref<HTMLInputElement>
  'data-path'?: string
}

/** What the server takes; it judges by content, this only spares a wrong choice. */
const ACCEPT = '.pdf,.doc,.docx,.xls,.xlsx,.odt,.ods,.png,.jpg,.jpeg,.zip'

/** Takes files by drop, by a press, or from the keyboard. */
export function FileDrop({
  label,
  error,
  accept = ACCEPT,
  limit,
  maxSize,
  onFiles,
  ref,
  ...rest
}: Props) {
  const [over, setOver] = useState(false)
  const id = useId()
  return (
    <div>
      <label
        className={`${classes.drop} ${over ? classes.over : ''}`}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
      >
        <IconUpload size={20} aria-hidden />
        <span className={classes.label}>{label ?? m.ui_file_drop()}</span>
        <span className={classes.note}>
          {limit ?? m.ui_file_limit({ size: formatBytes(maxSize) })}
        </span>
        {/* The browser itself gives files that are dropped on the field to it. */}
        <input
          {...rest}
          ref={ref}
          type="file"
          multiple
          accept={accept}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])])
            // So that the same file can be chosen again after it was removed.
            event.target.value = ''
          }}
        />
      </label>
      {error && (
        <p id={id} className={classes.error} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
