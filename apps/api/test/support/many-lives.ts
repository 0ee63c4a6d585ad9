import type { Database } from '../../src/db/client.ts'
import type { Seed } from './seed.ts'

/**
 * Fills the tables with made-up lives as they are after some years: each assigned, most of them
 * received, reported on and reviewed, one in twelve returned once, one in forty withdrawn, each act
 * a stretch of its own. Spread over three years, a thousand units' worth of which stand in the two
 * units of the seed and `units` more, and ten tasks to a directive.
 */
export async function insertManyLives(
  { scripts }: Pick<Database, 'scripts'>,
  { accounts, leaders }: Seed,
  { count, units = 150 }: { count: number; units?: number },
): Promise<void> {
  const directives = Math.ceil(count / 10)
  const id = (kind: string, n: string) => `md5('${kind} ' || ${n})::uuid`
  const life = `SELECT i, ${id('life', 'i')} AS id, ${id('task', 'i')} AS task_id,
      ${id('order', `(i % ${directives})`)} AS directive_id, ${id('unit', `(i::bigint * 7919 % ${units})`)} AS unit_id,
      began, (began + INTERVAL '7 hours')::date + 5 + (i::bigint * 31 % 40)::int AS due_on,
      (began + INTERVAL '7 hours')::date - (i % 3) AS issued_on,
      CASE WHEN i % 40 = 0 THEN 'withdrawn' WHEN i % 12 = 0 THEN 'returned' WHEN i % 9 = 0 THEN 'assigned'
           WHEN i % 7 = 0 THEN 'received' WHEN i % 15 = 0 THEN 'submitted' ELSE 'completed' END AS fate,
      CASE WHEN i % 20 = 0 THEN 'internal' ELSE 'public' END AS visibility
    FROM (SELECT i, TIMESTAMPTZ '2023-11-20 02:00+00'
            + (i % ${directives}) * (INTERVAL '1095 days' / ${directives}) AS began
            FROM generate_series(1, ${count}) AS i) AS begun`
  // How many acts each fate had, and what each left: state, how many days after it began.
  const stretch = `SELECT * FROM life CROSS JOIN LATERAL (VALUES
      (1, 'assigned', 0), (2, 'received', 1 + i % 3), (3, 'submitted', 6 + i % 30),
      (4, CASE fate WHEN 'returned' THEN 'returned' ELSE 'completed' END, 8 + i % 30)
    ) AS act(version, state, days)
    WHERE version <= CASE fate WHEN 'assigned' THEN 1 WHEN 'received' THEN 2 WHEN 'withdrawn' THEN 1
                               WHEN 'submitted' THEN 3 ELSE 4 END`
  const timeliness = `CASE WHEN (began + (6 + i % 30) * INTERVAL '1 day')::date < due_on THEN 'early'
    WHEN (began + (6 + i % 30) * INTERVAL '1 day')::date = due_on THEN 'on_time' ELSE 'late' END`
  const account = (who: 'specialist' | 'reviewer' | 'unit') => `'${accounts[who].id}'::uuid`
  await scripts.inTransaction((run) =>
    run(`
      CREATE TEMP TABLE life ON COMMIT DROP AS ${life};
      INSERT INTO unit (id, code, name, short_name, type, search_text)
      SELECT ${id('unit', 'i')}, 'don-vi-' || i, 'Đơn vị ' || i, 'ĐV ' || i,
             CASE WHEN i % 4 = 0 THEN 'ward' ELSE 'commune' END, 'don vi ' || i
        FROM generate_series(0, ${units - 1}) AS i;
      INSERT INTO directive (id, kind, title, abstract, issued_on, directed_by_id, signed_by,
          drafted_by_id, visibility, recorded_at, recorded_by_id, entry_deadline_at)
      SELECT DISTINCT ON (directive_id) directive_id, 'official_letter', 'Văn bản ' || i, '',
          issued_on, '${leaders.chairman.id}'::uuid, 'Người ký', ${account('specialist')},
          visibility, began, ${account('specialist')}, issued_on + INTERVAL '17 hours'
        FROM life ORDER BY directive_id, i;
      INSERT INTO task (id, directive_id, position, content, due_on, search_text)
      SELECT task_id, directive_id, i, 'Việc ' || i, due_on, 'viec ' || i FROM life;
      INSERT INTO assignment (id, task_id, directive_id, role, original_due_on, assigned_at)
      SELECT id, task_id, directive_id, 'lead', due_on, began FROM life;
      INSERT INTO assignment_period (assignment_id, version, valid_from, valid_to, role, unit_id,
          state, due_on, effective_due_on, received_at, submitted_at, completed_at, timeliness,
          withdrawn_at, withdrawal_reason, task_id, directive_id, kind, visibility, directed_by_id,
          drafted_by_id, issued_on)
      SELECT id, version, began + days * INTERVAL '1 day',
          lead(began + days * INTERVAL '1 day') OVER (PARTITION BY id ORDER BY version), 'lead',
          unit_id, CASE WHEN fate = 'withdrawn' THEN 'withdrawn' ELSE state END, due_on, due_on,
          began, CASE WHEN version > 2 THEN began + (6 + i % 30) * INTERVAL '1 day' END,
          CASE WHEN state = 'completed' THEN began + days * INTERVAL '1 day' END,
          CASE WHEN version > 2 THEN ${timeliness} END,
          CASE WHEN fate = 'withdrawn' THEN began END, CASE WHEN fate = 'withdrawn' THEN 'lý do' END,
          task_id, directive_id, 'official_letter', visibility, '${leaders.chairman.id}'::uuid,
          ${account('specialist')}, issued_on
        FROM (${stretch}) AS stretch;
      INSERT INTO report (id, assignment_id, attempt, title, number, symbol, abstract, issued_on,
          signed_by, summary, submitted_at, submitted_by_id, recorded_at, entry_deadline_at,
          review_due_at, unit_id, due_on, effective_due_on, timeliness)
      SELECT ${id('report', 'i')}, id, 1, 'Báo cáo ' || i, i::text, 'BC', '', sent::date, 'Người ký',
          '', sent, ${account('unit')}, sent, sent::date + INTERVAL '17 hours',
          sent + INTERVAL '2 days', unit_id, due_on, due_on, ${timeliness}
        FROM (SELECT *, began + (6 + i % 30) * INTERVAL '1 day' AS sent FROM life
               WHERE fate IN ('submitted', 'returned', 'completed')) AS life;
      INSERT INTO review (report_id, verdict, reviewed_at, reviewed_by_id)
      SELECT ${id('report', 'i')}, CASE fate WHEN 'returned' THEN 'unsatisfactory' ELSE 'satisfactory' END,
          began + (8 + i % 30) * INTERVAL '1 day', ${account('reviewer')}
        FROM life WHERE fate IN ('returned', 'completed');
      ANALYZE`),
  )
}
