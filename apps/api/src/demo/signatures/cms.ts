import { constants, createHash, sign } from 'node:crypto'
import {
  Set as AsnSet,
  type BaseBlock,
  Null,
  ObjectIdentifier,
  OctetString,
  Sequence,
  UTCTime,
} from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  RSASSAPSSParams,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import { arrayBuffer, type Identity, signatureAlgorithm, signDer } from './certificates.ts'

export type Digest = 'sha1' | 'sha256' | 'sha384' | 'sha512'

export interface CmsOptions {
  signer: Identity
  digest?: Digest
  /** RSA with PSS padding. */
  pss?: boolean
  /** Put into the CMS as an attribute; PAdES has it in the dictionary instead. */
  signingTime?: Date | null
  /** Bind the certificate by its digest, as PAdES asks; another's to make a mismatch. */
  boundTo?: Identity | null
  /** Left out: the signer's and all above. */
  certificates?: Identity[]
}

const digestOids = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
}

/** A detached CMS signature over `content`, in DER. */
export function makeCms(content: Uint8Array, options: CmsOptions): Buffer {
  const { signer, digest = 'sha256', certificates = [signer, ...signer.above] } = options
  const digestAlgorithm = new AlgorithmIdentifier({
    algorithmId: digestOids[digest],
    algorithmParams: new Null(),
  })
  const attributes = makeAttributes(createHash(digest).update(content).digest(), options)
  const der = new Uint8Array(
    new AsnSet({ value: attributes.map((each) => each.toSchema()) }).toBER(),
  )
  const signerInfo = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({
      issuer: signer.certificate.issuer,
      serialNumber: signer.certificate.serialNumber,
    }),
    digestAlgorithm,
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
    ...signAttributes(der, options),
  })
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' }),
    certificates: certificates.map((each) => each.certificate),
    signerInfos: [signerInfo],
  })
  const contentInfo = new ContentInfo({
    contentType: '1.2.840.113549.1.7.2',
    content: signedData.toSchema(true),
  })
  return Buffer.from(contentInfo.toSchema().toBER())
}

/** In the order DER wants of a SET OF. */
function makeAttributes(messageDigest: Buffer, { signingTime, boundTo }: CmsOptions): Attribute[] {
  const attributes = [
    attribute('1.2.840.113549.1.9.3', new ObjectIdentifier({ value: '1.2.840.113549.1.7.1' })),
    attribute('1.2.840.113549.1.9.4', octets(messageDigest)),
  ]
  if (signingTime) {
    attributes.push(attribute('1.2.840.113549.1.9.5', new UTCTime({ valueDate: signingTime })))
  }
  if (boundTo) {
    const digest = octets(createHash('sha256').update(boundTo.der).digest())
    attributes.push(attribute('1.2.840.113549.1.9.16.2.47', nest(nest(nest(digest)))))
  }
  const encoded = (each: Attribute) => Buffer.from(each.toSchema().toBER())
  return attributes.toSorted((one, other) => Buffer.compare(encoded(one), encoded(other)))
}

function signAttributes(der: Uint8Array, { signer, digest = 'sha256', pss }: CmsOptions) {
  const key = signer.privateKey
  if (!pss) {
    return {
      signatureAlgorithm: signatureAlgorithm(key, digest),
      signature: octets(signDer(key, der, digest)),
    }
  }
  const hashAlgorithm = new AlgorithmIdentifier({ algorithmId: digestOids[digest] })
  const maskGenAlgorithm = new AlgorithmIdentifier({
    algorithmId: '1.2.840.113549.1.1.8',
    algorithmParams: hashAlgorithm.toSchema(),
  })
  const params = new RSASSAPSSParams({ hashAlgorithm, maskGenAlgorithm, saltLength: 32 })
  const padding = constants.RSA_PKCS1_PSS_PADDING
  return {
    signatureAlgorithm: new AlgorithmIdentifier({
      algorithmId: '1.2.840.113549.1.1.10',
      algorithmParams: params.toSchema(),
    }),
    signature: octets(sign(digest, der, { key, padding, saltLength: 32 })),
  }
}

function attribute(type: string, value: BaseBlock): Attribute {
  return new Attribute({ type, values: [value] })
}

function octets(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: arrayBuffer(bytes) })
}

function nest(value: BaseBlock): Sequence {
  return new Sequence({ value: [value] })
}
