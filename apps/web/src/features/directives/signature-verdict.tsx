import type { Schema } from '../../api/types.ts'
import { m } from '../../paraglide/messages.js'
import { SignatureMark } from '../../ui/signature-mark.tsx'
import classes from './form.module.css'

/** What the digital signatures of a file say, and what that means for whoever enters it. */
export function SignatureVerdict({ file }: { file: Schema<'File'> }) {
  if (file.mediaType !== 'application/pdf') return null
  const { signatures } = file
  const words =
    signatures.length === 0
      ? m.directives_file_unsigned_note()
      : signatures.every(({ valid }) => valid)
        ? m.directives_file_valid_note()
        : m.directives_file_invalid_note()
  return (
    <div>
      <SignatureMark signatures={signatures} />
      <p className={classes.hint}>{words}</p>
    </div>
  )
}

/** Who signed, when every signature holds. */
export function signerOf(files: readonly Schema<'File'>[]): string | null {
  const [file] = files.filter(({ signatures }) => signatures.length > 0)
  const signatures = file?.signatures ?? []
  return signatures.every(({ valid }) => valid) ? (signatures[0]?.signer ?? null) : null
}
