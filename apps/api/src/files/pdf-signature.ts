import { open } from 'node:fs/promises'
import { type CertificateChain, judgeChain } from './certificate-chain.ts'
import { type CmsSignature, parseCms, verifyCms } from './cms-signature.ts'
import { findByteRanges, hashRanges } from './pdf-byte-range.ts'
import { parsePdfDate } from './pdf-date.ts'
import { readSignatureInFile, type SignatureInFile } from './pdf-signature-dictionary.ts'
import { type PdfSignatureProblem, SignatureProblem } from './signature-problem.ts'
import type { TrustedRoots } from './trusted-roots.ts'

/** What is known of one signature in a PDF. Each fact stands on its own. */
export interface PdfSignature {
  /** Common name in the signer's certificate, NFC; empty where no certificate could be read. */
  signer: string
  /** Organisation in the certificate. */
  organization: string | null
  /** When it was signed, as the signer's own machine said; RFC 3339 in UTC. */
  signedAt: string | null
  /** The signed bytes are unchanged, and the signature over them is the certificate's. */
  intact: boolean
  /** Nothing was added after it was signed: false for all but the last of several signatures. */
  coversWholeFile: boolean
  /** The certificate chains to a configured root; null where none is configured. */
  trusted: boolean | null
  /** The certificate, and those it chains through, were within their dates when it was signed. */
  validAtSigning: boolean
  /** All of the above (`trusted` unless null), and nothing else is wrong. */
  valid: boolean
  /** Null exactly when valid; else the first thing found wrong. */
  problem: PdfSignatureProblem | null
}

/**
 * Reads and verifies every signature of a PDF, in the order they stand in the file; an empty list
 * when there is none. Reads the file in pieces. Nothing in the file makes it throw: what cannot be
 * read as a signature is one with a `problem`. Errors of the disk pass through.
 *
 * Does not ask whether a certificate was revoked (that needs the network) and takes the signing time
 * as the signer states it. `at` is now: it dates signatures without a time, and one from the future
 * is not valid.
 */
export async function readPdfSignatures(
  path: string,
  { trustedRoots, at }: { trustedRoots: TrustedRoots; at: Date },
): Promise<PdfSignature[]> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const { offsets, more } = await findByteRanges(handle, mostSignatures)
    const signatures: PdfSignature[] = []
    for (const offset of offsets) {
      const found = await problemOr(() => readSignatureInFile(handle, size, offset))
      signatures.push(typeof found === 'string' ? unreadable(found) : await judge(found))
    }
    if (more) signatures.push(unreadable('too-many-signatures'))
    return signatures

    async function judge(found: SignatureInFile): Promise<PdfSignature> {
      const cms = await problemOr(async () => parseCms(found.cms))
      if (typeof cms === 'string')
        return { ...unreadable(cms), coversWholeFile: found.end === size }
      const digest = await hashRanges(handle, found.signedRanges, cms.digestName)
      return describe({ found, cms, digest, size, trustedRoots, at })
    }

    function unreadable(problem: PdfSignatureProblem): PdfSignature {
      return { ...nothingKnown, trusted: trustedRoots.length > 0 ? false : null, problem }
    }
  } finally {
    await handle.close()
  }
}

/** Documents that go through many hands bear a dozen; each costs a pass over the file. */
const mostSignatures = 20

/** Clocks of desks run wrong; by no more than this. */
const clockToleranceMs = 24 * 3600 * 1000

interface Evidence {
  found: SignatureInFile
  cms: CmsSignature
  digest: Buffer
  size: number
  trustedRoots: TrustedRoots
  at: Date
}

function describe({ found, cms, digest, size, trustedRoots, at }: Evidence): PdfSignature {
  const signedAt = cms.signingTime ?? parsePdfDate(found.statedTime)
  const chain = judgeChain(cms.signer, { pool: cms.certificates, trustedRoots, at: signedAt ?? at })
  const fromFuture = signedAt !== null && signedAt.getTime() > at.getTime() + clockToleranceMs
  const coversWholeFile = found.end === size
  const broken = verifyCms(cms, digest)
  const problem = broken ?? judgeRest({ cms, chain, coversWholeFile, fromFuture })
  return {
    signer: cms.signer.commonName,
    organization: cms.signer.organization,
    signedAt: signedAt?.toISOString() ?? null,
    intact: broken === null,
    coversWholeFile,
    trusted: chain.trusted,
    validAtSigning: chain.validThen && !fromFuture,
    valid: problem === null,
    problem,
  }
}

/** What may be wrong with a signature whose bytes are right. */
function judgeRest(facts: {
  cms: CmsSignature
  chain: CertificateChain
  coversWholeFile: boolean
  fromFuture: boolean
}): PdfSignatureProblem | null {
  if (!facts.coversWholeFile) return 'added-after-signing'
  if (facts.cms.weak) return 'algorithm-weak'
  if (!facts.chain.maySign) return 'certificate-not-for-signing'
  if (facts.chain.trusted === false) return 'certificate-not-trusted'
  if (facts.fromFuture) return 'signed-in-future'
  if (!facts.chain.validThen) return 'certificate-not-valid-then'
  return null
}

const nothingKnown = {
  signer: '',
  organization: null,
  signedAt: null,
  intact: false,
  coversWholeFile: false,
  validAtSigning: false,
  valid: false,
}

async function problemOr<T extends object>(
  read: () => Promise<T>,
): Promise<T | PdfSignatureProblem> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof SignatureProblem) return error.problem
    throw error
  }
}
