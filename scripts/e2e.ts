import { join } from 'node:path'
import { build } from './build.ts'
import { bin, root, run } from './run.ts'

/** Builds the screens and plays them in a real browser against the real API. */
export async function e2e(args: string[] = []): Promise<void> {
  await build()
  await run(bin('playwright', 'e2e'), ['test', ...args], { cwd: join(root, 'e2e') })
}

if (import.meta.main) await e2e(process.argv.slice(2))
