import { type BaseBlock, Constructed, fromBER, Sequence } from 'asn1js'
import { ContentInfo, SignedData, type SignerInfo } from 'pkijs'
import { type ParsedCertificate, parseCertificate } from './parsed-certificate.ts'
import { SignatureProblem } from './signature-problem.ts'

/** The parts of a detached CMS SignedData (RFC 5652) with one signer. */
export interface CmsParts {
  signerInfo: SignerInfo
  /** What readable certificates it brings, the first few. */
  certificates: ParsedCertificate[]
}

/** A revocation list of some thousand entries fits in; a hostile structure costs a sixth of a second. */
const limits = { maxDepth: 40, maxNodes: 30_000, parseEmbedded: false }
/** A signer, what is between it and the root, a time stamper's; each more costs an attacker's time. */
const mostCertificates = 10

const oid = { data: '1.2.840.113549.1.7.1', signedData: '1.2.840.113549.1.7.2' }

/**
 * Parses the value of `/Contents`: one CMS structure, then nothing but zeros. Throws SignatureProblem.
 */
export function parseCmsParts(contents: Uint8Array): CmsParts {
  // A copy: the parser would read the whole pool a small buffer is cut from.
  const bytes = new Uint8Array(contents)
  try {
    const { offset, result } = fromBER(bytes.buffer, limits)
    if (offset === -1) throw new SignatureProblem('cms-malformed')
    if (bytes.subarray(offset).some((byte) => byte !== 0)) {
      throw new SignatureProblem('padding-not-zero')
    }
    return partsOf(result)
  } catch (error) {
    if (error instanceof SignatureProblem) throw error
    throw new SignatureProblem('cms-malformed', error)
  }
}

function partsOf(asn1: BaseBlock): CmsParts {
  const contentInfo = new ContentInfo({ schema: asn1 })
  if (contentInfo.contentType !== oid.signedData) throw new SignatureProblem('cms-malformed')
  const rawCertificates = findRawCertificates(contentInfo.content)
  const signedData = new SignedData({ schema: contentInfo.content })
  const { encapContentInfo, signerInfos } = signedData
  const detached = encapContentInfo.eContentType === oid.data && !encapContentInfo.eContent
  const [signerInfo, second] = signerInfos
  if (!detached || !signerInfo || second) throw new SignatureProblem('format-unsupported')
  return { signerInfo, certificates: rawCertificates.flatMap(readableCertificate) }
}

/** Certificates byte by byte as they came: re-encoded ones would not verify. */
function findRawCertificates(signedData: unknown): Uint8Array[] {
  if (!(signedData instanceof Sequence)) return []
  const set = signedData.valueBlock.value.find(
    (block) =>
      block instanceof Constructed && block.idBlock.tagClass === 3 && block.idBlock.tagNumber === 0,
  )
  if (!(set instanceof Constructed)) return []
  return set.valueBlock.value
    .filter((block) => block instanceof Sequence)
    .slice(0, mostCertificates)
    .map((block) => block.valueBeforeDecodeView)
}

/** One unreadable certificate among several need not be the one that counts. */
function readableCertificate(der: Uint8Array): ParsedCertificate[] {
  try {
    return [parseCertificate(der)]
  } catch {
    return []
  }
}
