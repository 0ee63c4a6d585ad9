import { S3Client } from '@aws-sdk/client-s3'
import { lookupElsewhere } from './metadata-address.ts'
import type { S3Location } from './s3-location.ts'

const connectMs = 1_000
/** Each download under way holds one; what is beyond waits. */
const mostSockets = 256

/** What it warns of reaches us as an error. */
const nothing = () => {}
const silent = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing }

/**
 * A client that asks the one endpoint it was given: no redirect and no other region is followed,
 * nothing in the environment points it elsewhere. Checksums of newer kinds are left out, since not
 * every server knows them: content is checked by its own name (`createS3Store`).
 */
export function createS3Client(location: S3Location): S3Client {
  const { endpoint, region, forcePathStyle, credentials } = location
  const agent = { keepAlive: true, maxSockets: mostSockets, lookup: lookupElsewhere }
  return new S3Client({
    region,
    forcePathStyle,
    followRegionRedirects: false,
    ignoreConfiguredEndpointUrls: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    logger: silent,
    expectContinueHeader: false,
    requestHandler: { connectionTimeout: connectMs, httpAgent: agent, httpsAgent: agent },
    ...(endpoint ? { endpoint } : {}),
    ...(credentials ? { credentials } : {}),
  })
}
