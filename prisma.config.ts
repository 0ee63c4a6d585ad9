import { defineConfig } from 'prisma/config'

// `prisma generate` wants a schema engine binary that it never runs; it only looks whether the
// file exists. Naming a file that does keeps the build off the network.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= import.meta.filename

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
