/** What can be wrong with a signature in a PDF, for machines. In the order they are looked for. */
export const pdfSignatureProblems = [
  /** More signatures than are looked at. */
  'too-many-signatures',
  /** `/ByteRange` is not four numbers that name two parts of the file in order. */
  'byte-range-invalid',
  /** What stands around `/ByteRange` is no signature dictionary. */
  'dictionary-malformed',
  /** A kind of signature that is not verified here, such as a document time stamp. */
  'format-unsupported',
  /** What the range leaves out is not exactly this signature's own hex string. */
  'contents-invalid',
  'contents-too-large',
  /** Something other than zeros follows the signature within its hex string. */
  'padding-not-zero',
  'cms-malformed',
  'algorithm-unsupported',
  /** The signer's certificate is not in the file. */
  'signer-missing',
  /** The signature names another certificate than the one it carries. */
  'certificate-mismatch',
  /** Signed bytes are not as they were. */
  'content-changed',
  /** The signature was not made with the certificate's key. */
  'signature-wrong',
  'added-after-signing',
  /** Intact, but by a digest or key that can be forged today. */
  'algorithm-weak',
  'certificate-not-for-signing',
  'certificate-not-trusted',
  'signed-in-future',
  'certificate-not-valid-then',
] as const

export type PdfSignatureProblem = (typeof pdfSignatureProblems)[number]

/** Carries a problem out of a reader; never leaves this folder. */
export class SignatureProblem extends Error {
  readonly problem: PdfSignatureProblem

  constructor(problem: PdfSignatureProblem, cause?: unknown) {
    super(problem, { cause })
    this.problem = problem
  }
}
