import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateClient, generateLocal } from './generate.ts'
import { bin, root, run, runSteps } from './run.ts'

const projects = [
  'packages/domain',
  'packages/contract',
  'packages/api-client',
  'apps/api',
  'apps/web',
  'e2e',
  'bench',
  '.',
]

/** Format, lint with the walls, types, and whether what is generated is fresh. */
export const verification: [string, () => Promise<void>][] = [
  ['generate', generateLocal],
  ['format and lint', () => run(bin('biome'), ['ci', '--error-on-warnings', '.'])],
  [
    'types',
    async () => {
      for (const project of projects) await run(bin('tsc'), ['--noEmit', '-p', project])
    },
  ],
  ['generated files', checkGenerated],
]

async function checkGenerated(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dunghan-generated-'))
  try {
    const document = join(folder, 'openapi.json')
    const types = join(folder, 'schema.d.ts')
    await generateClient(document, types)
    for (const [made, kept] of [
      [document, 'packages/api-client/openapi.json'],
      [types, 'packages/api-client/src/schema.d.ts'],
    ] as const) {
      if (readFileSync(made, 'utf8') !== readFileSync(join(root, kept), 'utf8')) {
        throw new Error(`${kept} is out of date: run "pnpm generate" and commit it`)
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (import.meta.main) await runSteps(verification)
