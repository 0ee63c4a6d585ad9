import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/*
 * Clouds tell a machine its own credentials at addresses that only it can reach. No store of files
 * is there, and none may be asked there, whatever name leads to it.
 */
const metadata = new BlockList()
metadata.addSubnet('169.254.0.0', 16, 'ipv4')
metadata.addAddress('100.100.100.200', 'ipv4')
metadata.addAddress('168.63.129.16', 'ipv4')
metadata.addAddress('192.0.0.192', 'ipv4')
// The same within IPv6, as networks that translate write them (RFC 6052, RFC 3056).
for (const prefix of ['64:ff9b::', '::ffff:0:', '::']) {
  metadata.addSubnet(`${prefix}a9fe:0`, 112, 'ipv6')
  metadata.addAddress(`${prefix}6464:64c8`, 'ipv6')
  metadata.addAddress(`${prefix}a83f:8110`, 'ipv6')
  metadata.addAddress(`${prefix}c000:c0`, 'ipv6')
}
metadata.addSubnet('2002:a9fe::', 32, 'ipv6')
metadata.addSubnet('fe80::', 10, 'ipv6')
metadata.addAddress('fd00:ec2::254', 'ipv6')
metadata.addAddress('fd20:ce::254', 'ipv6')

/** Whether a host is an IP address of that kind, also written as IPv6; a name never is. */
export function isMetadataAddress(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '')
  const family = isIP(address)
  return family !== 0 && metadata.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** Whether a host can only be this machine. */
export function isLoopbackName(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host)
}

/** Finds a name's addresses as always, and refuses a name that leads to one of those. */
export const lookupElsewhere: LookupFunction = (host, options, done) => {
  lookup(host, options, (error, address, family) => {
    if (error) return done(error, address, family)
    const found = Array.isArray(address) ? address.map((one) => one.address) : [address]
    if (!found.some(isMetadataAddress)) return done(null, address, family)
    done(new Error('the endpoint leads to an address no file store is at'), '', 0)
  })
}
