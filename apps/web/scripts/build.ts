// `vite build`, and then the end: the message compiler leaves timers that would keep it waiting.
import { build } from 'vite'

await build()
process.exit(0)
