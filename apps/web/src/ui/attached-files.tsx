import { useState } from 'react'
import { download } from '../api/file-bytes.ts'
import { type ApiProblem, asProblem } from '../api/problem.ts'
import type { Schema } from '../api/types.ts'
import { apiPaths } from '../lib/api-paths.ts'
import { savedName } from '../lib/file-words.ts'
import { m } from '../paraglide/messages.js'
import classes from './attached-files.module.css'
import { Button } from './button.tsx'
import { ErrorState } from './error-state.tsx'
import { FileLink } from './file-link.tsx'
import { canFrame } from './pdf-frame.tsx'
import { SessionPdf } from './session-pdf.tsx'
import { SignatureMark } from './signature-mark.tsx'

type AttachedFile = Schema<'AttachedFile'>

interface Props {
  files: readonly AttachedFile[]
  /** The number and symbol of their document, part of the name under which they are saved. */
  of?: string | null
  /** The signed document is shown at once, without a press; not on a phone, where it is of no use. */
  opened?: boolean
}

/** The files of a document: a PDF is read in the page, the rest is downloaded. */
export function AttachedFiles({ files, of = null, opened = false }: Props) {
  const [shown, setShown] = useState(() =>
    opened && canFrame() ? (files.find(opensByItself)?.id ?? null) : null,
  )
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const pdf = files.find(({ id }) => id === shown)

  const open = async (file: AttachedFile) => {
    setProblem(null)
    if (isPdf(file)) return setShown(file.id === shown ? null : file.id)
    await download(apiPaths.file(file.id), savedName(file.name, of)).catch((error) =>
      setProblem(asProblem(error)),
    )
  }

  if (files.length === 0) return <p className={classes.none}>{m.assignments_files_none()}</p>
  return (
    <div className={classes.files}>
      <ul aria-label={m.ui_file_list()}>
        {files.map((file) => (
          <li key={file.id}>
            <FileLink
              file={file}
              onOpen={() => open(file)}
              opened={isPdf(file) ? file.id === shown : undefined}
            />
            <span className={classes.role}>
              {file.role === 'signed_document'
                ? m.assignments_file_signed_document()
                : m.assignments_file_supporting()}
            </span>
            {isPdf(file) && <SignatureMark signatures={file.signatures} />}
          </li>
        ))}
      </ul>
      {problem && <ErrorState problem={problem} />}
      {pdf && (
        <div>
          <SessionPdf key={pdf.id} file={pdf} saveAs={savedName(pdf.name, of)} />
          <Button variant="subtle" small onClick={() => setShown(null)}>
            {m.assignments_file_hide()}
          </Button>
        </div>
      )}
    </div>
  )
}

const isPdf = ({ mediaType }: AttachedFile) => mediaType === 'application/pdf'

/** A file so large that it is fetched only when somebody asks for it. */
const LARGE = 20 * 1024 * 1024
const opensByItself = (file: AttachedFile) =>
  file.role === 'signed_document' && isPdf(file) && file.size <= LARGE
