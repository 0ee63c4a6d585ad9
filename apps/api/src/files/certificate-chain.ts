import type { ParsedCertificate } from './parsed-certificate.ts'
import type { TrustedRoots } from './trusted-roots.ts'

export interface CertificateChain {
  /** The signer's certificate chains to a root; null where no root is configured. */
  trusted: boolean | null
  /** The signer's certificate and every one between it and the root were within their dates. */
  validThen: boolean
  /** The certificate may be used to sign documents. */
  maySign: boolean
}

/**
 * Judges the signer's certificate at an instant. `pool` are the certificates the signature brings
 * along: anyone may have put anything there, and only a root makes a chain of them count. A root's
 * own dates are not asked: who configured it trusts it.
 */
export function judgeChain(
  signer: ParsedCertificate,
  {
    pool,
    trustedRoots,
    at,
  }: { pool: readonly ParsedCertificate[]; trustedRoots: TrustedRoots; at: Date },
): CertificateChain {
  const judged = trustedRoots.length > 0
  const path = judged ? findPath(signer, pool, trustedRoots) : null
  return {
    trusted: judged ? path !== null : null,
    validThen: (path ?? [signer]).every(
      ({ notBefore, notAfter }) => notBefore <= at && at <= notAfter,
    ),
    maySign: signer.maySignDocuments,
  }
}

/**
 * The signer's certificate and those above it, without the root; null when no root is reached. Goes
 * through each certificate once, so a tangle of certificates signing each other costs no more.
 */
function findPath(
  signer: ParsedCertificate,
  pool: readonly ParsedCertificate[],
  anchors: readonly ParsedCertificate[],
): ParsedCertificate[] | null {
  const tried = new Set<string>()

  function climb(below: ParsedCertificate[]): ParsedCertificate[] | null {
    const top = below.at(-1) as ParsedCertificate
    if (anchors.some((anchor) => anchor.fingerprint === top.fingerprint)) return below
    if (tried.has(top.fingerprint) || top.demandsMore) return null
    tried.add(top.fingerprint)
    if (anchors.some((anchor) => issued(anchor, below))) return below
    for (const candidate of pool) {
      if (!issued(candidate, below)) continue
      const path = climb([...below, candidate])
      if (path) return path
    }
    return null
  }

  return climb([signer])
}

/** Whether `issuer` is an authority, signed the top of a path, and allows a path that long. */
function issued(issuer: ParsedCertificate, below: readonly ParsedCertificate[]): boolean {
  const top = below.at(-1) as ParsedCertificate
  const between = below.slice(1).filter((certificate) => !certificate.selfIssued).length
  return (
    issuer.x509.ca &&
    between <= issuer.mostBelow &&
    !top.weaklyIssued &&
    top.x509.checkIssued(issuer.x509) &&
    isSignedBy(top, issuer)
  )
}

/** False too where the issuer's key is of a kind nobody here can use. */
function isSignedBy(certificate: ParsedCertificate, issuer: ParsedCertificate): boolean {
  try {
    return certificate.x509.verify(issuer.x509.publicKey)
  } catch {
    return false
  }
}
