import type { Database } from '../../src/db/client.ts'

/** What every table holds, as one hash each: two that are equal say that nothing was written. */
export async function wholeDatabase({ prisma }: Pick<Database, 'prisma'>) {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`
  const hashes: Record<string, string | null> = {}
  for (const { name } of tables) {
    const [row] = await prisma.$queryRawUnsafe<{ hash: string | null }[]>(
      `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM "${name}" t`,
    )
    hashes[name] = row?.hash ?? null
  }
  return hashes
}
