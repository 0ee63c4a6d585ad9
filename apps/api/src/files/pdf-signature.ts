import type { X509Certificate } from 'node:crypto'

/** The first thing found wrong with a signature. `content-changed` and below are about who and when. */
export type PdfSignatureProblem =
  | 'too-many-signatures'
  | 'dictionary-malformed'
  | 'byte-range-invalid'
  | 'contents-invalid'
  | 'contents-too-large'
  | 'padding-not-zero'
  | 'format-unsupported'
  | 'cms-malformed'
  | 'signer-missing'
  | 'algorithm-unsupported'
  | 'content-changed'
  | 'signature-wrong'
  | 'added-after-signing'
  | 'algorithm-weak'
  | 'certificate-not-for-signing'
  | 'certificate-not-trusted'
  | 'certificate-not-valid-then'

export interface PdfSignature {
  signer: string
  organization: string | null
  signedAt: string | null
  intact: boolean
  coversWholeFile: boolean
  trusted: boolean | null
  validAtSigning: boolean
  valid: boolean
  problem: PdfSignatureProblem | null
}

export type TrustedRoots = readonly X509Certificate[]

export async function readPdfSignatures(
  path: string,
  options: { trustedRoots: TrustedRoots; at: Date },
): Promise<PdfSignature[]> {
  throw new Error(`not yet: ${path} ${options.at.toISOString()}`)
}
