import { constants, type KeyObject, verify } from 'node:crypto'
import { type AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs'
import { SignatureProblem } from './signature-problem.ts'

const digestNames = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.4', 'sha224'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
])

/** The digest of an object identifier, by OpenSSL's name. Throws `algorithm-unsupported`. */
export function digestNameOf(id: string): string {
  const name = digestNames.get(id)
  if (!name) throw new SignatureProblem('algorithm-unsupported')
  return name
}

/** How a signature was made; `digestName` null where the algorithm has its own. */
export interface SignatureAlgorithm {
  scheme: 'rsa' | 'rsa-pss' | 'ecdsa' | 'ed25519'
  digestName: string | null
  saltLength?: number
}

const rsa = '1.2.840.113549.1.1'
const ecdsa = '1.2.840.10045.4'
const namedAlgorithms = new Map<string, SignatureAlgorithm>([
  [`${rsa}.5`, { scheme: 'rsa', digestName: 'sha1' }],
  [`${rsa}.14`, { scheme: 'rsa', digestName: 'sha224' }],
  [`${rsa}.11`, { scheme: 'rsa', digestName: 'sha256' }],
  [`${rsa}.12`, { scheme: 'rsa', digestName: 'sha384' }],
  [`${rsa}.13`, { scheme: 'rsa', digestName: 'sha512' }],
  [`${ecdsa}.1`, { scheme: 'ecdsa', digestName: 'sha1' }],
  [`${ecdsa}.3.1`, { scheme: 'ecdsa', digestName: 'sha224' }],
  [`${ecdsa}.3.2`, { scheme: 'ecdsa', digestName: 'sha256' }],
  [`${ecdsa}.3.3`, { scheme: 'ecdsa', digestName: 'sha384' }],
  [`${ecdsa}.3.4`, { scheme: 'ecdsa', digestName: 'sha512' }],
  ['1.3.101.112', { scheme: 'ed25519', digestName: null }],
])
/** Algorithms that name only the key, and leave the digest to the field beside. */
const keyAlgorithms = new Map<string, 'rsa' | 'ecdsa'>([
  [`${rsa}.1`, 'rsa'],
  ['1.2.840.10045.2.1', 'ecdsa'],
])

/** `digestName` is that of the signer's digest algorithm. Throws `algorithm-unsupported`. */
export function readSignatureAlgorithm(
  { algorithmId, algorithmParams }: AlgorithmIdentifier,
  digestName: string,
): SignatureAlgorithm {
  if (algorithmId === `${rsa}.10`) {
    const params = new RSASSAPSSParams(algorithmParams ? { schema: algorithmParams } : {})
    return {
      scheme: 'rsa-pss',
      digestName: digestNameOf(params.hashAlgorithm.algorithmId),
      saltLength: params.saltLength,
    }
  }
  const scheme = keyAlgorithms.get(algorithmId)
  const algorithm = scheme ? { scheme, digestName } : namedAlgorithms.get(algorithmId)
  if (!algorithm) throw new SignatureProblem('algorithm-unsupported')
  return algorithm
}

const keyTypes = {
  rsa: ['rsa'],
  'rsa-pss': ['rsa', 'rsa-pss'],
  ecdsa: ['ec'],
  ed25519: ['ed25519'],
}

/** Whether a signature over `data` was made with the key's other half. Never throws. */
export function verifySignature(
  key: KeyObject,
  { scheme, digestName, saltLength }: SignatureAlgorithm,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (!key.asymmetricKeyType || !keyTypes[scheme].includes(key.asymmetricKeyType)) return false
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
  try {
    return verify(digestName, data, scheme === 'rsa-pss' ? { key, ...pss } : key, signature)
  } catch {
    return false
  }
}

/** Whether digest or key can be forged with means of today. */
export function isWeak(key: KeyObject, digestNames: readonly (string | null)[]): boolean {
  const rsaBits = key.asymmetricKeyDetails?.modulusLength
  return digestNames.includes('sha1') || (rsaBits !== undefined && rsaBits < 2048)
}
