import type { RunScript } from '../db/scripts.ts'

/** Ends every session: what was signed out, or a cookie replaced, since the copy was made stays so. */
export async function endSessions(run: RunScript, now: Date): Promise<void> {
  await run(`UPDATE public.session SET ended_at = '${now.toISOString()}' WHERE ended_at IS NULL`)
}

/** Whether a server of the product, or a command, is connected besides this session. PostgreSQL. */
export async function isServed(run: RunScript): Promise<boolean> {
  const [row] = await run(`
    SELECT count(*)::int AS others FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'dunghan%'
       AND pid <> pg_backend_pid()`)
  return Number(row?.others) > 0
}
