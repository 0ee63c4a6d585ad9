import { join } from 'node:path'
import { generateLocal } from './generate.ts'
import { root, run } from './run.ts'

/** What `start` needs: the database client, the words, the screens. The API runs as it is written. */
export async function build(): Promise<void> {
  await generateLocal()
  await run('node', ['scripts/build.ts'], { cwd: join(root, 'apps/web') })
}

if (import.meta.main) await build()
