import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import type { S3Location } from '../../src/files/s3-location.ts'

/** A place of one's own in the bucket of the run. */
export function ownPlace(): S3Location {
  const location = inject('s3')
  return { ...location, prefix: `${location.prefix}${randomUUID()}/` }
}
