import {
  IconFile,
  IconFileTypePdf,
  IconFileZip,
  IconPhoto,
  type TablerIcon,
} from '@tabler/icons-react'
import { fileKind } from '../lib/file-words.ts'
import { formatBytes } from '../lib/format.ts'
import classes from './files.module.css'

interface Props {
  file: { name: string; mediaType: string; size: number }
  /** An address anyone may open, for files of public directives. */
  href?: string
  /** Fetches and shows it, for files that need the session. */
  onOpen?: () => void
  /** Whether it is shown in the page now; left out for what is not shown there. */
  opened?: boolean
}

/** A file by its name, what it is, and its size. */
export function FileLink({ file, href, onOpen, opened }: Props) {
  const Icon = iconOf(file.mediaType)
  const content = (
    <>
      <Icon size={17} aria-hidden />
      <span>{file.name}</span>
    </>
  )
  return (
    <>
      {href ? (
        <a className={classes.link} href={href} target="_blank" rel="noreferrer">
          {content}
        </a>
      ) : (
        <button
          type="button"
          className={`${classes.link} print-words`}
          aria-expanded={opened}
          onClick={onOpen}
        >
          {content}
        </button>
      )}{' '}
      <span className={classes.note}>
        {fileKind(file.mediaType)}, {formatBytes(file.size)}
      </span>
    </>
  )
}

function iconOf(mediaType: string): TablerIcon {
  if (mediaType === 'application/pdf') return IconFileTypePdf
  if (mediaType.startsWith('image/')) return IconPhoto
  return mediaType === 'application/zip' ? IconFileZip : IconFile
}
