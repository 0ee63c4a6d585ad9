import { join } from 'node:path'
import { bin, root, run } from './run.ts'

/*
 * Everything that is derived: the database client from the schema, the OpenAPI document from the
 * routes, the typed client from the document, the words of the screens from their files.
 */

const document = join(root, 'packages/api-client/openapi.json')

/** The database client and the words: not kept in git, needed before anything runs. */
export async function generateLocal(): Promise<void> {
  await run(bin('prisma'), ['generate'], { env: { PRISMA_HIDE_UPDATE_MESSAGE: '1' } })
  await run('node', ['scripts/generate.ts'], { cwd: join(root, 'apps/web') })
}

/** The API's document and its client: kept in git, checked by `verify`. */
export async function generateClient(target = document, types?: string): Promise<void> {
  await run('node', ['apps/api/src/generate-openapi.ts', target])
  const output = types ?? join(root, 'packages/api-client/src/schema.d.ts')
  await run(bin('openapi-typescript'), [target, '-o', output])
}

if (import.meta.main) {
  await generateLocal()
  await generateClient()
}
