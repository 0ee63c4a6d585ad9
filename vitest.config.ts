import { defineConfig } from 'vitest/config'

/** A server can be lost, the embedded database cannot: such tests run where there is one. */
const ofServersAlone = process.env.TEST_DATABASE_URL ? [] : ['test/**/*.postgres.test.ts']

// A limit only ends what hangs; no test fails because the machine is slow.
const patient = { testTimeout: 120_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...patient,
          name: 'domain',
          root: 'packages/domain',
          include: ['test/**/*.test.ts'],
        },
      },
      {
        test: {
          ...patient,
          name: 'api',
          root: 'apps/api',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ofServersAlone,
          globalSetup: ['test/global-setup.ts'],
          // Files share what they import: Prisma and the embedded engine load once for each worker.
          isolate: false,
        },
      },
      {
        // What touches stored files, once more on a bucket.
        test: {
          ...patient,
          name: 'api-s3',
          root: 'apps/api',
          include: ['test/{files,public-files,sweep}.test.ts'],
          globalSetup: ['test/global-setup.ts'],
          env: { TEST_FILES: 's3' },
          isolate: false,
        },
      },
      {
        test: {
          ...patient,
          name: 'web',
          root: 'apps/web',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
        },
      },
      { test: { ...patient, name: 'house', root: '.', include: ['test/**/*.test.ts'] } },
    ],
  },
})
