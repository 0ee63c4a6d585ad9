import { writeFileSync } from 'node:fs'
import { buildApp } from './app.ts'
import type { Deps } from './deps.ts'
import { createMetrics } from './metrics/metrics.ts'

/*
 * Writes the OpenAPI document of the routes as they are, to the path given. Routes only register
 * here, nothing is asked of a database or a file store, so none is opened.
 */
const [, , path] = process.argv
if (!path) throw new Error('usage: node generate-openapi.ts PATH')

const deps = {
  config: {
    publicUrl: '/',
    jwtSecret: 'nothing is signed here, nothing is served',
    trustedProxies: [],
    rateLimit: 0,
  },
  clock: () => new Date(0),
  database: { prisma: {} },
  events: { close() {} },
  metrics: createMetrics(),
} as unknown as Deps
const app = await buildApp(deps)
await app.ready()
writeFileSync(path, `${JSON.stringify(app.swagger(), null, 2)}\n`)
await app.close()
