import type { RunScript } from '../db/scripts.ts'

const page = 1000

/** The contents that rows of `file` name, each once, a page at a time. */
export async function* listContents(
  run: RunScript,
): AsyncGenerator<{ sha256: string; size: number; used: boolean }> {
  let after = ''
  for (;;) {
    const rows = (await run(`
      SELECT sha256, max(size)::int AS size, bool_or(
               EXISTS (SELECT FROM public.directive_file d WHERE d.file_id = f.id)
               OR EXISTS (SELECT FROM public.report_file r WHERE r.file_id = f.id)) AS used
        FROM public.file f WHERE sha256 > '${after.replaceAll("'", "''")}'
       GROUP BY sha256 ORDER BY sha256 LIMIT ${page}`)) as {
      sha256: string
      size: number
      used: boolean
    }[]
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    after = last.sha256
  }
}
