import { readFileSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'
import { pgliteAdapter } from './pglite-adapter.ts'

/**
 * @param pglite an engine whose tables stand for "what the migrations make".
 * @param schemaPath path of schema.prisma.
 * @returns the SQL that takes the one to the other; '' when they agree.
 */
export async function schemaDiff(pglite: PGlite, schemaPath: string): Promise<string> {
  const adapter = { ...pgliteAdapter(pglite), connectToShadowDb: refuse }
  const bound = bindMigrationAwareSqlAdapterFactory(adapter)
  const differ = await SchemaEngine.new({ datamodels: undefined }, () => {}, bound)
  const files = [{ path: schemaPath, content: readFileSync(schemaPath, 'utf8') }]
  const { stdout } = await differ.diff({
    from: { tag: 'schemaDatasource', files, configDir: '.' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  differ.free()
  const sql = (stdout ?? '').trim()
  return /^-- This is an empty migration\.$/.test(sql) ? '' : sql
}

const refuse = () => Promise.reject(new Error('A diff needs no second database.'))
