import { S3ServiceException } from '@aws-sdk/client-s3'

/** What the store said or how it failed, without what the library keeps of keys and signatures. */
export class S3Failure extends Error {
  /** As S3 calls it, such as `NoSuchBucket`; of a connection, such as `ECONNREFUSED`. */
  readonly code: string
  /** Of its answer; undefined when none came. */
  readonly status: number | undefined

  constructor(error: unknown) {
    const { name, message, code } = error as NodeJS.ErrnoException
    const answered = error instanceof S3ServiceException ? error : undefined
    super(message || code || name)
    this.name = 'S3Failure'
    this.code = answered?.name ?? code ?? name
    this.status = answered?.$metadata.httpStatusCode
  }

  /** It answers and will not have us: a wrong name, key or right, which no waiting mends. */
  get refused(): boolean {
    if (this.code === 'CredentialsProviderError') return true
    return this.status !== undefined && this.status >= 300 && this.status < 500
  }

  /** No such key. A HEAD has no body, so a bucket that is missing looks the same. */
  get missing(): boolean {
    return this.status === 404 && this.code !== 'NoSuchBucket'
  }
}
