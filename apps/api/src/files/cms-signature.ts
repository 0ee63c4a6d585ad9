import { createHash, type KeyObject } from 'node:crypto'
import { IssuerAndSerialNumber, type SignerInfo } from 'pkijs'
import {
  digestNameOf,
  isWeak,
  readSignatureAlgorithm,
  type SignatureAlgorithm,
  verifySignature,
} from './cms-algorithms.ts'
import { readSignedAttributes, type SignedAttributes } from './cms-attributes.ts'
import { parseCmsParts } from './cms-structure.ts'
import type { ParsedCertificate } from './parsed-certificate.ts'
import { type PdfSignatureProblem, SignatureProblem } from './signature-problem.ts'

/** A detached signature, read and not yet verified. */
export interface CmsSignature {
  signer: ParsedCertificate
  /** All certificates that came along, the signer's among them. */
  certificates: readonly ParsedCertificate[]
  /** Digest to take of the signed bytes, by OpenSSL's name. */
  digestName: string
  signingTime: Date | null
  /** Digest or key can be forged today. */
  weak: boolean
  attributes: SignedAttributes
  algorithm: SignatureAlgorithm
  key: KeyObject
  signature: Uint8Array
}

/** Reads the value of a PDF signature's `/Contents`. Throws SignatureProblem and nothing else. */
export function parseCms(contents: Uint8Array): CmsSignature {
  try {
    return read(contents)
  } catch (error) {
    if (error instanceof SignatureProblem) throw error
    throw new SignatureProblem('cms-malformed', error)
  }
}

function read(contents: Uint8Array): CmsSignature {
  const { signerInfo, certificates } = parseCmsParts(contents)
  const digestName = digestNameOf(signerInfo.digestAlgorithm.algorithmId)
  const algorithm = readSignatureAlgorithm(signerInfo.signatureAlgorithm, digestName)
  const attributes = readSignedAttributes(signerInfo)
  const signer = certificates.find((certificate) => isSigner(certificate, signerInfo))
  if (!signer) throw new SignatureProblem('signer-missing')
  const key = signer.x509.publicKey
  return {
    signer,
    certificates,
    digestName,
    signingTime: attributes.signingTime,
    weak: isWeak(key, [digestName, algorithm.digestName]),
    attributes,
    algorithm,
    key,
    signature: new Uint8Array(signerInfo.signature.getValue()),
  }
}

/**
 * Null when the signature is the signer's over a file whose signed bytes have this `digest`, else
 * what is wrong.
 */
export function verifyCms(cms: CmsSignature, digest: Buffer): PdfSignatureProblem | null {
  const { attributes, signer } = cms
  const bound = attributes.certificateDigest
  if (
    bound &&
    !createHash(bound.digestName).update(signer.x509.raw).digest().equals(bound.digest)
  ) {
    return 'certificate-mismatch'
  }
  if (!attributes.messageDigest.equals(digest)) return 'content-changed'
  const right = verifySignature(cms.key, cms.algorithm, attributes.der, cms.signature)
  return right ? null : 'signature-wrong'
}

/** The signer names its certificate by issuer and serial number, or by its key. */
function isSigner(certificate: ParsedCertificate, { sid }: SignerInfo): boolean {
  if (sid instanceof IssuerAndSerialNumber) {
    return (
      certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber)
    )
  }
  const bytes: unknown = sid.valueBlock.valueHexView
  return (
    bytes instanceof Uint8Array && certificate.keyIdentifier === Buffer.from(bytes).toString('hex')
  )
}
