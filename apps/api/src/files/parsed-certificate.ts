import { X509Certificate } from 'node:crypto'
import { fromBER, type Integer } from 'asn1js'
import { type BasicConstraints, Certificate, type RelativeDistinguishedNames } from 'pkijs'

/** A certificate as OpenSSL reads it, and what OpenSSL's binding does not tell. */
export interface ParsedCertificate {
  x509: X509Certificate
  /** Of the whole certificate: two with the same are the same. */
  fingerprint: string
  issuer: RelativeDistinguishedNames
  serialNumber: Integer
  /** Subject key identifier in hex. */
  keyIdentifier: string | null
  /** NFC, on one line; empty when it has none. */
  commonName: string
  organization: string | null
  notBefore: Date
  notAfter: Date
  maySignDocuments: boolean
  /** How many authorities may stand between this one and a signer. */
  mostBelow: number
  selfIssued: boolean
  /** Its issuer signed it with a digest that can be forged outright. */
  weaklyIssued: boolean
  /** It bears a condition, marked critical, that is not understood here. */
  demandsMore: boolean
}

const oid = {
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  keyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
}

/** Critical or not, these are minded, or bind only whoever relies on them for more than a name. */
const understood = new Set([
  oid.keyUsage,
  oid.basicConstraints,
  '2.5.29.17', // other names of the subject
  '2.5.29.32', // policies
  '2.5.29.36', // what policies must be named
  '2.5.29.37', // extended key usage
  '1.3.6.1.5.5.7.1.3', // statements on qualified certificates
])

const md2OrMd5WithRsa = new Set(['1.2.840.113549.1.1.2', '1.2.840.113549.1.1.4'])

/** Parses one DER certificate. Throws whatever the parsers throw when it is none. */
export function parseCertificate(der: Uint8Array): ParsedCertificate {
  // A copy: the parser would read the whole pool a small buffer is cut from.
  const copy = new Uint8Array(der)
  const x509 = new X509Certificate(copy)
  const parsed = new Certificate({ schema: fromBER(copy.buffer).result })
  const extension = (id: string) => parsed.extensions?.find((each) => each.extnID === id)
  const constraints = extension(oid.basicConstraints)?.parsedValue as BasicConstraints | undefined
  const keyIdentifier = extension(oid.keyIdentifier)?.parsedValue
  const usage = extension(oid.keyUsage)

  return {
    x509,
    fingerprint: x509.fingerprint256,
    issuer: parsed.issuer,
    serialNumber: parsed.serialNumber,
    keyIdentifier: keyIdentifier ? hex(keyIdentifier.valueBlock.valueHexView) : null,
    commonName: nameOf(parsed.subject, oid.commonName) ?? '',
    organization: nameOf(parsed.subject, oid.organization),
    notBefore: parsed.notBefore.value,
    notAfter: parsed.notAfter.value,
    maySignDocuments: !usage || hasSigningUsage(usage.parsedValue?.valueBlock?.valueHexView),
    mostBelow: pathLength(constraints),
    selfIssued: parsed.subject.isEqual(parsed.issuer),
    weaklyIssued: md2OrMd5WithRsa.has(parsed.signatureAlgorithm.algorithmId),
    demandsMore: (parsed.extensions ?? []).some(
      (each) => each.critical && !understood.has(each.extnID),
    ),
  }
}

/** `digitalSignature` and `nonRepudiation` are the first two bits; none where it makes no sense. */
function hasSigningUsage(bits: Uint8Array | undefined): boolean {
  return ((bits?.[0] ?? 0) & 0b1100_0000) !== 0
}

function pathLength(constraints: BasicConstraints | undefined): number {
  const length = constraints?.pathLenConstraint
  if (length === undefined) return Number.POSITIVE_INFINITY
  // Numbers beyond a byte come as an integer block; no chain is that long.
  return typeof length === 'number' ? length : Number.POSITIVE_INFINITY
}

/** Names come in five string types; the parser turns each into text. */
function nameOf(subject: RelativeDistinguishedNames, type: string): string | null {
  const text: unknown = subject.typesAndValues.find((each) => each.type === type)?.value.valueBlock
    .value
  if (typeof text !== 'string') return null
  const clean = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed()
  return clean === '' ? null : clean
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
