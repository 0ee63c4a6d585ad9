import type { Database } from '../../src/db/client.ts'
import type { Seed } from './seed.ts'

/**
 * Fills the tables with made-up assignments, each of its own task, spread over both units, all
 * states, sixteen months of due dates and two thousand directives at most; one in ten has an
 * earlier stretch behind it. Reports are left out: no list reads them.
 */
export async function insertManyAssignments(
  { scripts }: Pick<Database, 'scripts'>,
  seed: Seed,
  count: number,
): Promise<void> {
  const { accounts, leaders, units } = seed
  const directives = Math.min(2000, Math.ceil(count / 10))
  // As ids are written everywhere, or a cursor that names one would be refused.
  const id = (kind: string, n: string) =>
    `overlay(overlay(md5('${kind} ' || ${n}) placing '7' from 13) placing '8' from 17)::uuid`
  const state = `(ARRAY['completed','completed','completed','completed','completed','completed',
    'assigned','received','submitted','returned','withdrawn'])[1 + i % 11]`
  const columns = `assignment_id, version, valid_from, valid_to, role, unit_id, state, due_on,
    effective_due_on, received_at, submitted_at, completed_at, timeliness, withdrawn_at,
    withdrawal_reason, task_id, directive_id, kind, visibility, directed_by_id, drafted_by_id, issued_on`
  const present = `SELECT i, ${state} AS state, DATE '2026-01-01' + (i::bigint * 7919 % 480)::int AS due_on,
      TIMESTAMPTZ '2026-01-01 02:00+00' + (i::bigint * 104729 % 900000) * INTERVAL '30 s' AS at
    FROM generate_series(1, ${count}) AS i`
  const row = (version: string, from: string, to: string) => `SELECT ${id('assignment', 'i')},
      ${version}, ${from}, ${to}, 'lead', CASE WHEN i % 9 = 0 THEN '${units.unit.id}'::uuid
      ELSE '${units.otherUnit.id}'::uuid END, state, due_on, due_on, at,
      CASE WHEN state IN ('completed', 'submitted', 'returned') THEN at END,
      CASE WHEN state = 'completed' THEN at END, CASE WHEN state = 'completed' THEN 'on_time' END,
      CASE WHEN state = 'withdrawn' THEN at END, CASE WHEN state = 'withdrawn' THEN 'lý do' END,
      ${id('task', 'i')}, ${id('directive', `(i % ${directives})`)}, 'official_letter',
      CASE WHEN i % 20 = 0 THEN 'internal' ELSE 'public' END, '${leaders.chairman.id}'::uuid,
      '${accounts.specialist.id}'::uuid, due_on - 30 FROM (${present}) AS present`
  await scripts.inTransaction((run) =>
    run(`
      INSERT INTO directive (id, kind, title, abstract, issued_on, directed_by_id, signed_by,
          drafted_by_id, visibility, recorded_at, recorded_by_id, entry_deadline_at)
      SELECT ${id('directive', 'i')}, 'official_letter', 'Văn bản ' || i, '', DATE '2026-01-01' + i % 300,
          '${leaders.chairman.id}', 'Người ký', '${accounts.specialist.id}', 'public',
          '2026-01-01', '${accounts.specialist.id}', '2026-01-02'
        FROM generate_series(0, ${directives - 1}) AS i;
      INSERT INTO task (id, directive_id, position, content, due_on, search_text)
      SELECT ${id('task', 'i')}, ${id('directive', `(i % ${directives})`)}, i, 'Việc ' || i,
          DATE '2026-01-01' + (i::bigint * 7919 % 480)::int, 'viec ' || i
        FROM generate_series(1, ${count}) AS i;
      INSERT INTO assignment (id, task_id, directive_id, role, original_due_on, assigned_at)
      SELECT ${id('assignment', 'i')}, ${id('task', 'i')}, ${id('directive', `(i % ${directives})`)},
          'lead', DATE '2026-01-01' + (i::bigint * 7919 % 480)::int, '2026-01-01'
        FROM generate_series(1, ${count}) AS i;
      INSERT INTO assignment_period (${columns}) ${row('2', 'at', 'NULL')};
      INSERT INTO assignment_period (${columns})
        ${row('1', "at - INTERVAL '1 day'", 'at')} WHERE i % 10 = 0;
      ANALYZE`),
  )
}
