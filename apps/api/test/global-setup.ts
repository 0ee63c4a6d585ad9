import type { TestProject } from 'vitest/node'
import type { S3Location } from '../src/files/s3-location.ts'
import { createTemplate, type DatabaseTemplate } from './support/database-template.ts'
import { startS3 } from './support/s3-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseTemplate: DatabaseTemplate
    s3: S3Location
  }
}

/**
 * Migrates one database for the whole run, of which each test file then gets a copy, and starts one
 * S3-compatible server.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { template, remove } = await createTemplate(process.env.TEST_DATABASE_URL)
  const { location, stop } = await startS3()
  project.provide('databaseTemplate', template)
  project.provide('s3', location)
  return async () => {
    await stop()
    await remove()
  }
}
