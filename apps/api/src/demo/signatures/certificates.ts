import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import {
  Set as AsnSet,
  type BaseBlock,
  BitString,
  fromBER,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Primitive,
  Sequence,
  Utf8String,
} from 'asn1js'
import {
  AlgorithmIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs'

/** A certificate with its private key and the certificates above it, nearest first. */
export interface Identity {
  certificate: Certificate
  der: Buffer
  pem: string
  privateKey: KeyObject
  above: Identity[]
}

export interface CertificateOptions {
  name: string
  organization?: string
  /** Who signs it; left out: itself. */
  issuer?: Identity
  notBefore?: Date
  notAfter?: Date
  key?: 'ec' | 'rsa' | 'rsa-1024' | 'ed25519'
  /** Digest the issuer signs with. */
  digest?: 'sha1' | 'sha256'
  /** How many authorities may stand below this one. */
  pathLength?: number
  /** First byte of the key usage bits, over the usual one for its kind. */
  keyUsage?: number
}

/** A made-up certification authority, for tests and demo data alone. */
export function makeAuthority(options: CertificateOptions): Identity {
  return makeCertificate(options, { authority: true, keyUsage: 0b0000_0110 })
}

/** A made-up person's certificate for signing documents. */
export function makeSigner(options: CertificateOptions & { issuer: Identity }): Identity {
  return makeCertificate(options, { authority: false, keyUsage: 0b1100_0000 })
}

function makeCertificate(
  options: CertificateOptions,
  kind: { authority: boolean; keyUsage: number },
): Identity {
  const { publicKey, privateKey } = makeKeys(options.key ?? 'ec')
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const subject = makeName(options.name, options.organization)
  const keyId = createHash('sha1').update(spki).digest()
  const { issuer, digest = 'sha256' } = options
  const signingKey = issuer?.privateKey ?? privateKey
  const algorithm = signatureAlgorithm(signingKey, digest)

  const certificate = new Certificate({
    version: 2,
    serialNumber: new Integer({ valueHex: positive(randomBytes(12)) }),
    signature: algorithm,
    signatureAlgorithm: algorithm,
    issuer: issuer?.certificate.subject ?? subject,
    subject,
    notBefore: new Time({ value: options.notBefore ?? new Date('2020-01-01T00:00:00Z') }),
    notAfter: new Time({ value: options.notAfter ?? new Date('2045-01-01T00:00:00Z') }),
    subjectPublicKeyInfo: new PublicKeyInfo({ schema: parse(spki) }),
    extensions: [
      extension('2.5.29.19', true, basicConstraints(kind.authority, options.pathLength)),
      extension('2.5.29.15', true, keyUsage(options.keyUsage ?? kind.keyUsage)),
      extension('2.5.29.14', false, new OctetString({ valueHex: arrayBuffer(keyId) })),
      extension('2.5.29.35', false, authorityKeyId(issuer ? keyIdOf(issuer) : keyId)),
    ],
  })
  certificate.tbsView = new Uint8Array(certificate.encodeTBS().toBER())
  certificate.signatureValue = new BitString({
    valueHex: arrayBuffer(signDer(signingKey, certificate.tbsView, digest)),
  })

  const der = Buffer.from(certificate.toSchema().toBER())
  const above = issuer ? [issuer, ...issuer.above] : []
  return { certificate, der, pem: toPem(der), privateKey, above }
}

function makeKeys(kind: NonNullable<CertificateOptions['key']>) {
  if (kind === 'ed25519') return generateKeyPairSync('ed25519')
  if (kind === 'ec') return generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return generateKeyPairSync('rsa', { modulusLength: kind === 'rsa' ? 2048 : 1024 })
}

export function signDer(key: KeyObject, data: Uint8Array, digest: string): Buffer {
  return sign(key.asymmetricKeyType === 'ed25519' ? null : digest, data, key)
}

/** The algorithm identifier for what `signDer` makes. */
export function signatureAlgorithm(key: KeyObject, digest: string): AlgorithmIdentifier {
  if (key.asymmetricKeyType === 'ed25519') {
    return new AlgorithmIdentifier({ algorithmId: '1.3.101.112' })
  }
  const rsa = { sha1: '5', sha256: '11', sha384: '12', sha512: '13' }[digest]
  const ecdsa = { sha1: '1', sha256: '3.2', sha384: '3.3', sha512: '3.4' }[digest]
  return key.asymmetricKeyType === 'ec'
    ? new AlgorithmIdentifier({ algorithmId: `1.2.840.10045.4.${ecdsa}` })
    : new AlgorithmIdentifier({
        algorithmId: `1.2.840.113549.1.1.${rsa}`,
        algorithmParams: new Null(),
      })
}

/** A name with one attribute to each part, as authorities write it. */
function makeName(commonName: string, organization?: string): RelativeDistinguishedNames {
  const parts: [string, string][] = [['2.5.4.6', 'VN']]
  if (organization !== undefined) parts.push(['2.5.4.10', organization])
  parts.push(['2.5.4.3', commonName])
  const sequence = new Sequence({
    value: parts.map(
      ([type, value]) =>
        new AsnSet({
          value: [
            new Sequence({
              value: [new ObjectIdentifier({ value: type }), new Utf8String({ value })],
            }),
          ],
        }),
    ),
  })
  return new RelativeDistinguishedNames({ schema: parse(Buffer.from(sequence.toBER())) })
}

function extension(extnID: string, critical: boolean, value: BaseBlock): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER() })
}

function basicConstraints(cA: boolean, pathLenConstraint?: number): BaseBlock {
  const constraints = new BasicConstraints(
    pathLenConstraint === undefined ? { cA } : { cA, pathLenConstraint },
  )
  return constraints.toSchema()
}

function keyUsage(bits: number): BaseBlock {
  return new BitString({ valueHex: new Uint8Array([bits]).buffer })
}

function authorityKeyId(id: Buffer): BaseBlock {
  const keyIdentifier = new Primitive({
    idBlock: { tagClass: 3, tagNumber: 0 },
    valueHex: arrayBuffer(id),
  })
  return new Sequence({ value: [keyIdentifier] })
}

function keyIdOf({ certificate }: Identity): Buffer {
  const found = certificate.extensions?.find((each) => each.extnID === '2.5.29.14')
  return Buffer.from(found?.parsedValue.valueBlock.valueHexView)
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

/** A fresh ArrayBuffer of exactly these bytes: a Buffer's own may be a shared pool. */
export function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}

function parse(der: Uint8Array): BaseBlock {
  return fromBER(arrayBuffer(der)).result
}

/** DER reads a leading 1 bit as a minus. */
function positive(bytes: Buffer): ArrayBuffer {
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 1
  return arrayBuffer(bytes)
}
