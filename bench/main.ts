import { parseArgs } from 'node:util'
import { make } from './data/database.ts'

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } })
const serverUrl = process.env.BENCH_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres'
await make(serverUrl, `dh_b_${values.rows}`, Number(values.rows), console.log)
