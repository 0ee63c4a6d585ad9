import { isIPv4 } from 'node:net'

const isLoopback = (host: string) =>
  host === 'localhost' ||
  host === '::1' ||
  host === '[::1]' ||
  (isIPv4(host) && host.startsWith('127.'))

/** Words that guides and examples use where a secret of one's own belongs. */
const placeholder =
  /change.?me|replace|example|your.?secret|secret.?(key|here)|placeholder|password/i
const wellKnown = /^(admin|administrator|password|passw0rd|changeme|matkhau|123456|qwerty|dunghan)/i
const fewestSigns = 10

/**
 * What may be good enough on one's own machine, and is not where others reach the server.
 * @returns what is wrong, naming the variable; null when nothing is
 */
export function unsafeForOthers(settings: {
  host: string
  publicUrl: string | undefined
  jwtSecret: string | undefined
  adminPassword: string | undefined
}): string | null {
  const { host, publicUrl, jwtSecret, adminPassword } = settings
  if (isLoopback(host)) return null
  if (publicUrl === undefined) {
    return `PUBLIC_URL is required when HOST is ${host}: the https:// address people reach it by.`
  }
  const { protocol, hostname } = new URL(publicUrl)
  if (protocol !== 'https:' && !isLoopback(hostname)) {
    return `PUBLIC_URL must begin with https:// when HOST is ${host}: passwords would travel in the clear.`
  }
  if (jwtSecret && (placeholder.test(jwtSecret) || new Set(jwtSecret).size < fewestSigns)) {
    return 'JWT_SECRET can be guessed: make one of its own, such as by openssl rand -base64 48.'
  }
  if (adminPassword && wellKnown.test(adminPassword)) {
    return 'ADMIN_PASSWORD is among the first that are tried: choose another, or leave it out to be given one.'
  }
  return null
}
