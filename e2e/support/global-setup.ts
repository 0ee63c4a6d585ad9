import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { furnish } from './furnish.ts'
import { furnishProvince } from './furnish-province.ts'
import { startServer } from './server.ts'

/** Enough of a province for every chart and list to have something in it. */
const directives = '40'

/**
 * One server with a small office for all tests, each of which enters orders of its own; another
 * whose calendar and units change; and a made-up province, for figures with a past.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dunghan-e2e-'))
  const [small, changing, province] = await Promise.all([
    startServer(join(dataDir, 'office')),
    startServer(join(dataDir, 'changing')),
    startServer(join(dataDir, 'province'), ['demo.ts', '--directives', directives]),
  ])
  process.env.E2E_URL = small.url
  process.env.E2E_CHANGING_URL = changing.url
  process.env.E2E_PROVINCE_URL = province.url
  const [office, changingOffice] = await Promise.all([furnish(small.url), furnish(changing.url)])
  await furnishProvince()
  process.env.E2E_OFFICE = JSON.stringify(office)
  process.env.E2E_CHANGING_OFFICE = JSON.stringify(changingOffice)
  return async () => {
    await Promise.all([small.stop(), changing.stop(), province.stop()])
    rmSync(dataDir, { recursive: true, force: true })
  }
}
