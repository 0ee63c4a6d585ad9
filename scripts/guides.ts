import { e2e } from './e2e.ts'
import { bin, run } from './run.ts'

/** Takes the pictures of the guides anew, from the screens as they are. */
process.env.GUIDE_PICTURES = 'take'
await e2e(['guides', '--workers', '1'])
await run(bin('biome'), ['format', '--write', 'e2e/support/guide-words.json'])
