import { IconAlertTriangle, IconCertificate, IconSignatureOff } from '@tabler/icons-react'
import type { Schema } from '../api/types.ts'
import { signatureWords } from '../lib/signature-words.ts'
import { m } from '../paraglide/messages.js'
import classes from './files.module.css'

/** Whether a file is digitally signed, by whom, and whether the signatures hold. */
export function SignatureMark({ signatures }: { signatures: readonly Schema<'Signature'>[] }) {
  if (signatures.length === 0) {
    return (
      <span className={`${classes.signature} ${classes.unsigned}`}>
        <IconSignatureOff size={15} aria-hidden /> {m.ui_file_unsigned()}
      </span>
    )
  }
  return signatures.map(({ signer, valid, problem, signedAt }) =>
    valid ? (
      <span key={`${signer} ${signedAt}`} className={`${classes.signature} ${classes.valid}`}>
        <IconCertificate size={15} aria-hidden /> {m.ui_file_signed_by({ signer })}
      </span>
    ) : (
      <span key={`${signer} ${signedAt}`} className={`${classes.signature} ${classes.invalid}`}>
        <IconAlertTriangle size={15} aria-hidden />
        {m.ui_file_signature_invalid()}
        {problem && `: ${signatureWords(problem)}`}
      </span>
    ),
  )
}
