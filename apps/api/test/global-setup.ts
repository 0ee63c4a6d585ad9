import type { TestProject } from 'vitest/node'
import { createTemplate, type DatabaseTemplate } from './support/database-template.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseTemplate: DatabaseTemplate
  }
}

/** Migrates one database for the whole run; each test file then gets a copy of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { template, remove } = await createTemplate(process.env.TEST_DATABASE_URL)
  project.provide('databaseTemplate', template)
  return remove
}
