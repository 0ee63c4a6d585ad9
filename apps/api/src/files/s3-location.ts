import { isLoopbackName, isMetadataAddress } from './metadata-address.ts'

/** A place in a bucket, as `FILES_URL` says it. */
export interface S3Address {
  bucket: string
  /** Before every key; empty, or ends with a slash. */
  prefix: string
  /** None: Amazon's own in that region. */
  endpoint: string | undefined
  region: string
  /** The bucket stands in the path, not in the name of the host. */
  forcePathStyle: boolean
}

export interface S3Location extends S3Address {
  /** None: what the AWS SDK finds by itself, in shared files or by the role of the machine. */
  credentials:
    | { accessKeyId: string; secretAccessKey: string; sessionToken?: string | undefined }
    | undefined
}

const bucketName = /^(?!\d+(\.\d+){3}$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
const prefixPath = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/
const known = ['endpoint', 'region', 'forcePathStyle', 'insecure']

/**
 * Reads `s3://bucket/prefix?endpoint=https://…&region=…&forcePathStyle=true&insecure=true`. The
 * server asks that endpoint in its own name, so what only it can reach is refused.
 * @throws Error whose message follows the name of the setting and repeats none of the address
 */
export function readS3Address(text: string): S3Address {
  const url = URL.parse(text)
  if (url?.protocol !== 's3:') throw new Error('must be s3://bucket/prefix?endpoint=…&region=…')
  if (url.username || url.password) {
    throw new Error(
      'must hold no user name and no password; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    )
  }
  if (url.port || url.hash) throw new Error('must be s3://bucket/prefix without a port or a #')
  if (!bucketName.test(url.hostname)) throw new Error('does not name a bucket after s3://')
  const path = url.pathname.replace(/^\//, '').replace(/\/$/, '')
  if (path !== '' && !prefixPath.test(path)) {
    throw new Error('has a prefix that is not letters, digits, . _ - and / between them')
  }
  const asked = readQuery(url.searchParams)
  const endpoint = asked.endpoint && readEndpoint(asked.endpoint, readFlag(asked, 'insecure'))
  if (!endpoint && !asked.region) throw new Error('needs region=… or endpoint=…')
  const region = asked.region ?? 'us-east-1'
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(region)) {
    throw new Error('has a region that is not lower-case letters, digits and -')
  }
  return {
    bucket: url.hostname,
    prefix: path && `${path}/`,
    endpoint,
    region,
    forcePathStyle: readFlag(asked, 'forcePathStyle') ?? endpoint !== undefined,
  }
}

type Query = Partial<Record<string, string>>

function readQuery(parameters: URLSearchParams): Query {
  const names = [...parameters.keys()]
  const odd = names.find((name, at) => !known.includes(name) || names.indexOf(name) !== at)
  if (odd !== undefined) throw new Error(`may have each of ${known.join(', ')} once, nothing else`)
  return Object.fromEntries(parameters)
}

function readFlag(asked: Query, name: string): boolean | undefined {
  const value = asked[name]
  if (value === undefined) return undefined
  if (value !== 'true' && value !== 'false') throw new Error(`has ${name} neither true nor false`)
  return value === 'true'
}

function readEndpoint(text: string, insecure = false): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new Error('has an endpoint that is not https://host or https://host:port alone')
  }
  if (isMetadataAddress(url.hostname)) {
    throw new Error('has an endpoint at an address that machines tell their own secrets at')
  }
  if (url.protocol === 'http:' && !insecure && !isLoopbackName(url.hostname)) {
    throw new Error(
      'has an endpoint without TLS; use https://, or add insecure=true on a network of your own',
    )
  }
  return url.origin
}
