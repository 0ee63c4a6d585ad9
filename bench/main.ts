import { parseArgs } from 'node:util'

parseArgs({ options: { rows: { type: 'string' } } })
