import { type BaseBlock, GeneralizedTime, OctetString, Sequence, UTCTime } from 'asn1js'
import { AlgorithmIdentifier, type Attribute, type SignerInfo } from 'pkijs'
import { digestNameOf } from './cms-algorithms.ts'
import { SignatureProblem } from './signature-problem.ts'

/** What the signer signed: statements about the file, not the file itself. */
export interface SignedAttributes {
  /** The bytes the signature is over. */
  der: Buffer
  /** Digest of the signed parts of the file. */
  messageDigest: Buffer
  signingTime: Date | null
  /** Digest of the signer's certificate, where the signer bound itself to one. */
  certificateDigest: { digestName: string; digest: Buffer } | null
}

const oid = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
}

/**
 * Reads the signed attributes (RFC 5652 5.3, RFC 5035). Signatures straight over the file's bytes,
 * without attributes, are an older way that PAdES forbids: `format-unsupported`. Throws
 * SignatureProblem.
 */
export function readSignedAttributes({ signedAttrs }: SignerInfo): SignedAttributes {
  if (!signedAttrs) throw new SignatureProblem('format-unsupported')
  const single = (type: string) => singleValue(signedAttrs.attributes, type)

  const digest = single(oid.messageDigest)
  if (!(digest instanceof OctetString) || !single(oid.contentType)) throw malformed()
  const certificate = single(oid.signingCertificateV2)
  const oldCertificate = single(oid.signingCertificate)
  return {
    der: Buffer.from(new Uint8Array(signedAttrs.encodedValue)),
    messageDigest: bytesOf(digest),
    signingTime: readTime(single(oid.signingTime)),
    certificateDigest: certificate
      ? readCertificateDigest(certificate, 'sha256')
      : oldCertificate
        ? readCertificateDigest(oldCertificate, 'sha1')
        : null,
  }
}

/** The value of an attribute that may be there once; null when it is not. */
function singleValue(attributes: readonly Attribute[], type: string): BaseBlock | null {
  const [attribute, second] = attributes.filter((each) => each.type === type)
  if (!attribute) return null
  if (second || attribute.values.length !== 1) throw malformed()
  return attribute.values[0]
}

function readTime(value: BaseBlock | null): Date | null {
  if (!(value instanceof UTCTime || value instanceof GeneralizedTime)) return null
  const time = value.toDate()
  return Number.isNaN(time.getTime()) ? null : time
}

/** From `SigningCertificate[V2]`: its first certificate's, which is the signer's. */
function readCertificateDigest(value: BaseBlock, defaultDigest: string) {
  const [first, second] = childrenOf(childrenOf(childrenOf(value)[0])[0])
  if (first instanceof OctetString) return { digestName: defaultDigest, digest: bytesOf(first) }
  if (!(first instanceof Sequence && second instanceof OctetString)) throw malformed()
  const { algorithmId } = new AlgorithmIdentifier({ schema: first })
  return { digestName: digestNameOf(algorithmId), digest: bytesOf(second) }
}

function childrenOf(block: BaseBlock | undefined): BaseBlock[] {
  if (!(block instanceof Sequence)) throw malformed()
  return block.valueBlock.value
}

function bytesOf(value: OctetString): Buffer {
  return Buffer.from(new Uint8Array(value.getValue()))
}

function malformed(): SignatureProblem {
  return new SignatureProblem('cms-malformed')
}
