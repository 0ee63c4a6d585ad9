import type { Schema } from '../../api/types.ts'
import type { FileRole } from './entry/entry-draft.ts'

type Named = Pick<Schema<'File'>, 'id' | 'mediaType'>

/**
 * What each file is: as chosen by hand, else the first PDF is the signed document and the rest go
 * with it.
 */
export function rolesOf(
  files: readonly Named[],
  chosen: Readonly<Record<string, FileRole>>,
): Map<string, FileRole> {
  const roles = new Map<string, FileRole>()
  let signed = files.some(({ id }) => chosen[id] === 'signed_document')
  for (const { id, mediaType } of files) {
    const first = !signed && mediaType === 'application/pdf' && chosen[id] === undefined
    if (first) signed = true
    roles.set(id, chosen[id] ?? (first ? 'signed_document' : 'supporting'))
  }
  return roles
}

export function fileUses(
  files: readonly Named[],
  chosen: Readonly<Record<string, FileRole>>,
): Schema<'FileUseInput'>[] {
  return [...rolesOf(files, chosen)].map(([fileId, role]) => ({ fileId, role }))
}
