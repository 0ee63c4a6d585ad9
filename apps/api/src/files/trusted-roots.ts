import { X509Certificate } from 'node:crypto'
import { type ParsedCertificate, parseCertificate } from './parsed-certificate.ts'

/** The certificates a signer's must chain to; empty: none configured, trust is not judged. */
export type TrustedRoots = readonly ParsedCertificate[]

/**
 * Reads a bundle of root certificates in PEM. Text between the certificates is allowed, as in the
 * bundles authorities publish; an empty text is no root. Throws an Error whose message says what is
 * wrong with which certificate.
 */
export function loadTrustedRoots(pemText: string): TrustedRoots {
  const blocks = pemText.match(/-----BEGIN [^-]+-----[\s\S]*?-----END [^-]+-----/g) ?? []
  const begun = pemText.match(/-----BEGIN /g)?.length ?? 0
  if (begun !== blocks.length) {
    throw new Error('The bundle of trusted roots is cut off: a BEGIN line has no END line.')
  }
  if (blocks.length === 0 && pemText.trim() !== '') {
    throw new Error('The bundle of trusted roots holds no certificate in PEM.')
  }
  return blocks.map(readRoot)
}

function readRoot(pem: string, index: number): ParsedCertificate {
  const place = `Certificate ${index + 1} in the bundle of trusted roots`
  if (!/^-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/.test(pem)) {
    throw new Error(`${place} is not a certificate but: ${pem.split('\n', 1)[0]?.trim()}`)
  }
  let certificate: ParsedCertificate
  try {
    certificate = parseCertificate(new X509Certificate(pem).raw)
  } catch (cause) {
    throw new Error(`${place} cannot be read.`, { cause })
  }
  if (!certificate.x509.ca) {
    throw new Error(`${place} is not that of an authority: ${certificate.commonName}`)
  }
  return certificate
}
