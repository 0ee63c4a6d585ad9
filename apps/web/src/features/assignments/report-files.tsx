import type { Ref } from 'react'
import type { Schema } from '../../api/types.ts'
import type { useUploads } from '../../api/use-uploads.ts'
import { m } from '../../paraglide/messages.js'
import { FileDrop } from '../../ui/file-drop.tsx'
import { SignatureMark } from '../../ui/signature-mark.tsx'
import { UploadList } from '../../ui/upload-list.tsx'
import { WindowDrop } from '../../ui/window-drop.tsx'
import classes from './assignment.module.css'

interface Props {
  uploads: ReturnType<typeof useUploads>
  maxSize: number
  signedId: string | null
  onSigned: (fileId: string) => void
  error: string | null
  inputRef: Ref<HTMLInputElement>
}

/** The files of the report, one of which is the signed or scanned document itself (Đ7.5c). */
export function ReportFiles({ uploads, maxSize, signedId, onSigned, error, inputRef }: Props) {
  return (
    <div>
      <WindowDrop onFiles={uploads.add} />
      <p className={classes.legend}>{m.assignments_report_files()}</p>
      <FileDrop ref={inputRef} maxSize={maxSize} onFiles={uploads.add} error={error} />
      <UploadList
        items={uploads.uploads}
        onRemove={uploads.remove}
        onRetry={uploads.retry}
        detail={({ file }) =>
          file && (
            <>
              <label className={classes.signed}>
                <input
                  type="radio"
                  name="signed-document"
                  checked={file.id === signedId}
                  onChange={() => onSigned(file.id)}
                />
                {m.assignments_file_is_report()}
              </label>{' '}
              {file.mediaType === 'application/pdf' && (
                <SignatureMark signatures={file.signatures} />
              )}
            </>
          )
        }
      />
    </div>
  )
}

const canBeSigned = ({ mediaType }: Schema<'File'>) =>
  mediaType === 'application/pdf' || mediaType.startsWith('image/')

/** The one chosen; without a choice a signed PDF, else the first PDF or scanned image. */
export function signedFileAmong(
  files: readonly Schema<'File'>[],
  chosenId: string | null,
): string | null {
  const chosen = files.find(({ id }) => id === chosenId)
  const signed = files.find(({ signatures }) => signatures.length > 0)
  return (chosen ?? signed ?? files.find(canBeSigned))?.id ?? null
}
