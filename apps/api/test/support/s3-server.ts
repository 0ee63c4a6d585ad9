import { startFauxqs } from 'fauxqs'
import { readS3Address, type S3Location } from '../../src/files/s3-location.ts'

/**
 * The S3-compatible server of a run: the one that TEST_S3_URL names (over plain HTTP, its keys in
 * the AWS variables), else one in the process of the run.
 */
export async function startS3(): Promise<{ location: S3Location; stop(): Promise<void> }> {
  const { TEST_S3_URL, AWS_ACCESS_KEY_ID = 'test', AWS_SECRET_ACCESS_KEY = 'test' } = process.env
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY }
  if (TEST_S3_URL) {
    return { location: { ...readS3Address(TEST_S3_URL), credentials }, stop: async () => {} }
  }
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false })
  const { bucketName } = server.createBucket('dunghan')
  const address = readS3Address(`s3://${bucketName}?endpoint=http://127.0.0.1:${server.port}`)
  return { location: { ...address, credentials }, stop: () => server.stop() }
}
