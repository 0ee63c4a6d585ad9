import type { Schema } from '../../api/types.ts'
import { apiPaths } from '../../lib/api-paths.ts'
import { m } from '../../paraglide/messages.js'
import { FileLink } from '../../ui/file-link.tsx'
import classes from './assignments.module.css'

/** Files anyone may open. */
export function PublicFiles({ files }: { files: readonly Schema<'PublicFile'>[] }) {
  if (files.length === 0) return null
  return (
    <ul className={classes.files} aria-label={m.ui_file_list()}>
      {files.map((file) => (
        <li key={file.id}>
          <FileLink file={file} href={apiPaths.publicFile(file.id)} />
        </li>
      ))}
    </ul>
  )
}
