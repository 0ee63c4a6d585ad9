import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { furnish } from './furnish.ts'
import { startServer } from './server.ts'

/** One server with a small office for all tests; each test enters orders of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dunghan-e2e-'))
  const server = await startServer(dataDir)
  process.env.E2E_URL = server.url
  process.env.E2E_OFFICE = JSON.stringify(await furnish(server.url))
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
