import { startFauxqs } from 'fauxqs'
import type { FileStore } from '../../src/files/file-store.ts'
import { readS3Address } from '../../src/files/s3-location.ts'
import { createS3Store } from '../../src/files/s3-store.ts'
import type { FaultContext } from '../fault.ts'
import { createGate } from './gate.ts'

export interface Bucket {
  /** What a server needs to keep its files there. */
  env: Record<string, string>
  open(): FileStore
  cutOff(): Promise<void>
  giveBack(): Promise<void>
}

/** An empty bucket of an S3-compatible server in this process, which no kill of the product's ends. */
export async function makeBucket(context: Pick<FaultContext, 'afterwards'>): Promise<Bucket> {
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false })
  server.createBucket('faults')
  const gate = await createGate(server.port)
  context.afterwards(() => server.stop())
  context.afterwards(() => gate.close())
  const url = `s3://faults?endpoint=http://127.0.0.1:${gate.port}`
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  return {
    env: { FILES_URL: url, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    open: () => createS3Store({ ...readS3Address(url), credentials }),
    cutOff: () => gate.close(),
    giveBack: () => gate.open(),
  }
}
