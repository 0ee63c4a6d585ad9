import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { type Database, openDatabase } from '../../src/db/client.ts'
import type { FileStore } from '../../src/files/file-store.ts'
import type { Acknowledged } from './ledger.ts'
import type { Home } from './server.ts'

export interface Findings {
  lost: string[]
  halfDone: string[]
  broken: string[]
}

const rowsOf: Record<Acknowledged['what'], string> = {
  file: 'SELECT id::text FROM file',
  directive: 'SELECT id::text FROM directive',
  receipt: `SELECT subject_id::text AS id FROM event WHERE type = 'assignment.received'`,
  report: 'SELECT id::text FROM report',
  review: 'SELECT report_id::text AS id FROM review',
}

/** Each finds acts of which a part is missing: of the history, of the life, of what goes with it. */
const halves: Record<string, string> = {
  'an order without its history': `
    SELECT id::text FROM directive d WHERE NOT EXISTS (
      SELECT FROM event WHERE subject_id = d.id AND type = 'directive.recorded')`,
  'an order without its task, its assignment or its file': `
    SELECT id::text FROM directive d
     WHERE NOT EXISTS (SELECT FROM task WHERE directive_id = d.id)
        OR NOT EXISTS (SELECT FROM assignment WHERE directive_id = d.id)
        OR NOT EXISTS (SELECT FROM directive_file WHERE directive_id = d.id)`,
  'an assignment whose stretches are not one after another': `
    SELECT a.id::text FROM assignment a JOIN assignment_period p ON p.assignment_id = a.id
     GROUP BY a.id HAVING count(*) <> a.version OR max(p.version) <> a.version
        OR count(*) FILTER (WHERE p.valid_to IS NULL) <> 1`,
  'an assignment with less history than stretches': `
    SELECT a.id::text FROM assignment a
     WHERE (SELECT count(*) FROM event WHERE assignment_id = a.id) < a.version`,
  'a report without its history or its file': `
    SELECT id::text FROM report r WHERE NOT EXISTS (
      SELECT FROM event WHERE assignment_id = r.assignment_id AND type = 'assignment.reported')
        OR NOT EXISTS (SELECT FROM report_file WHERE report_id = r.id)`,
  'a verdict without its history': `
    SELECT report_id::text AS id FROM review v JOIN report r ON r.id = v.report_id
     WHERE NOT EXISTS (SELECT FROM event WHERE assignment_id = r.assignment_id
       AND type IN ('assignment.accepted', 'assignment.returned'))`,
  'a file without its history': `
    SELECT id::text FROM file f WHERE NOT EXISTS (
      SELECT FROM event WHERE subject_id = f.id AND type = 'file.uploaded')`,
}

const twice: Record<string, string> = {
  'an order entered twice':
    'SELECT min(id::text) AS id FROM directive GROUP BY title HAVING count(*) > 1',
  'a file kept twice': 'SELECT min(id::text) AS id FROM file GROUP BY name HAVING count(*) > 1',
  'a report sent twice':
    'SELECT min(id::text) AS id FROM report GROUP BY title HAVING count(*) > 1',
}

/** Opens the database of a home that no server uses and looks for all that was acknowledged. */
export async function checkHome(
  home: Home,
  acknowledged: Acknowledged[],
  files?: FileStore,
): Promise<Findings> {
  const database = await openDatabase(home)
  try {
    return await checkDatabase(database, acknowledged, files)
  } finally {
    await database.close()
  }
}

export async function checkDatabase(
  { prisma }: Database,
  acknowledged: Acknowledged[],
  files?: FileStore,
): Promise<Findings> {
  const list = (sql: string) => prisma.$queryRawUnsafe<{ id: string }[]>(sql)
  const findings: Findings = { lost: [], halfDone: [], broken: [] }
  for (const [what, sql] of Object.entries(rowsOf)) {
    const there = new Set((await list(sql)).map(({ id }) => id))
    for (const one of acknowledged) {
      if (one.what === what && !there.has(one.id)) findings.lost.push(`${what} ${one.id}`)
    }
  }
  for (const [what, sql] of Object.entries(halves)) {
    for (const { id } of await list(sql)) findings.halfDone.push(`${what}: ${id}`)
  }
  for (const [what, sql] of Object.entries(twice)) {
    for (const { id } of await list(sql)) findings.broken.push(`${what}: ${id}`)
  }
  if (files) {
    const rows = await prisma.$queryRaw<{ sha256: string }[]>`SELECT DISTINCT sha256 FROM file`
    for (const { sha256 } of rows) {
      const hash = createHash('sha256')
      const whole = await files.open(sha256).then(
        async (stream) => {
          await pipeline(stream, hash)
          return hash.digest('hex') === sha256
        },
        () => false,
      )
      if (!whole) findings.lost.push(`the content of ${sha256}`)
    }
  }
  return findings
}
