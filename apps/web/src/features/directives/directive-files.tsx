import { NativeSelect } from '@mantine/core'
import type { useUploads } from '../../api/use-uploads.ts'
import { m } from '../../paraglide/messages.js'
import { FileDrop } from '../../ui/file-drop.tsx'
import { UploadList } from '../../ui/upload-list.tsx'
import { WindowDrop } from '../../ui/window-drop.tsx'
import type { FileRole } from './entry/entry-draft.ts'
import { rolesOf } from './file-roles.ts'
import classes from './form.module.css'
import { SignatureVerdict } from './signature-verdict.tsx'

interface Props {
  uploads: ReturnType<typeof useUploads>
  chosen: Readonly<Record<string, FileRole>>
  onChoose: (id: string, role: FileRole) => void
  maxSize: number
  error?: string
}

/** The files of a directive: the signed document first, then what goes with it. */
export function DirectiveFiles({ uploads, chosen, onChoose, maxSize, error }: Props) {
  const roles = rolesOf(uploads.files, chosen)
  const roleWords = [
    { value: 'signed_document', label: m.directives_file_role_signed() },
    { value: 'supporting', label: m.directives_file_role_supporting() },
  ]
  return (
    <div>
      <WindowDrop onFiles={uploads.add} />
      <FileDrop
        label={m.directives_file_drop()}
        error={error}
        maxSize={maxSize}
        onFiles={uploads.add}
        data-path="files"
      />
      <UploadList
        items={uploads.uploads}
        onRemove={uploads.remove}
        onRetry={uploads.retry}
        detail={({ file }) =>
          file && (
            <div className={classes.fileDetail}>
              <SignatureVerdict file={file} />
              <NativeSelect
                size="xs"
                aria-label={m.directives_file_role({ name: file.name })}
                data={roleWords}
                value={roles.get(file.id)}
                onChange={(event) => onChoose(file.id, event.target.value as FileRole)}
              />
            </div>
          )
        }
      />
    </div>
  )
}
