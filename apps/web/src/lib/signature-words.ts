import { m } from '../paraglide/messages.js'

/** What is wrong with a signature, by the names the API gives; those alike to a reader say the same. */
const words: Record<string, () => string> = {
  'content-changed': m.ui_signature_changed,
  'added-after-signing': m.ui_signature_added,
  'signature-wrong': m.ui_signature_wrong,
  'certificate-mismatch': m.ui_signature_wrong,
  'format-unsupported': m.ui_signature_unsupported,
  'algorithm-unsupported': m.ui_signature_unsupported,
  'too-many-signatures': m.ui_signature_unsupported,
  'algorithm-weak': m.ui_signature_weak,
  'certificate-not-for-signing': m.ui_signature_not_for_signing,
  'certificate-not-trusted': m.ui_signature_not_trusted,
  'certificate-not-valid-then': m.ui_signature_expired,
  'signed-in-future': m.ui_signature_in_future,
}

/** The rest are all forms of a signature that cannot be read. */
export const signatureWords = (problem: string): string =>
  (words[problem] ?? m.ui_signature_unreadable)()
