import { join } from 'node:path'

/** The product's own migrations. */
export const migrationsFolder = join(import.meta.dirname, '../../../../prisma/migrations')
