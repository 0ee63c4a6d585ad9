import type { Filling } from './fill.ts'
import { idSql } from './ids.ts'
import { sqlArray, words } from './words.ts'

type Fold = (text: string) => string

const perDirective = 10
const day = "INTERVAL '1 day'"

/** Orders and all that became of them, as steps with their statements, in this order. */
export function lives(filling: Filling, fold: Fold): [string, string][] {
  const { assignments, units, specialists } = filling
  const directives = Math.ceil(assignments / perDirective)
  const pick = (list: readonly string[], by: string, of?: Fold) =>
    `(${sqlArray(list, of)})[1 + (${by}) % ${list.length}]`
  const titleOf = (of?: Fold) => `${pick(words.acts, 'd', of)} || ' ' ||
    ${pick(words.things, 'd / 12', of)} || ' tại ' || ${pick(words.places, 'd / 7', of)}`
  const contentOf = (of?: Fold) => `${pick(words.acts, 'i / 3', of)} || ' ' ||
    ${pick(words.things, 'i * 7 / 5', of)} || ' ' || ${pick(words.places, 'i / 11', of)} || ', ' ||
    ${pick(words.times, 'i / 2', of)} || ' (vụ việc ' || i || ')'`
  // "tai" and "vu viec" are folded by hand below.
  const folded = (sql: string) => sql.replace(' tại ', ' tai ').replace('vụ việc', 'vu viec')
  const lateBy = `(sent + INTERVAL '7 hours')::date - due_on`
  const classOf = (lateDays: string) =>
    `CASE WHEN ${lateDays} < 0 THEN 'early' WHEN ${lateDays} = 0 THEN 'on_time' ELSE 'late' END`

  return [
    [
      'who was given what',
      `CREATE TEMP TABLE life AS
       SELECT i, d, role, began, unit, ${idSql('assignment', 'i', 'began')} AS id,
              ${idSql('task', 'task', 'began')} AS task_id,
              ${idSql('directive', 'd', 'began')} AS directive_id,
              ${idSql('unit', 'unit')} AS unit_id,
              ${idSql('leader', 'd % 4')} AS leader_id,
              ${idSql('specialist', `d % ${specialists}`)} AS specialist_id,
              (began + INTERVAL '7 hours')::date AS issued_on,
              (began + INTERVAL '7 hours')::date + 5 + task * 31 % 40 AS due_on,
              (began + (5 + task * 31 % 40 + i * 17 % 12 - 8) * ${day}) AS sent,
              ${pick(['official_letter', 'official_letter', 'official_letter', 'conclusion_notice', 'other_directive'], 'd')} AS kind,
              CASE WHEN d % 20 = 0 THEN 'internal' WHEN d % 20 = 1 THEN 'metadata' ELSE 'public' END AS visibility,
              CASE WHEN i % 40 = 7 THEN 'withdrawn' WHEN role = 'support' THEN 'received'
                   WHEN i % 150 = 3 THEN 'received' WHEN i % 12 = 5 THEN 'returned'
                   ELSE 'completed' END AS fate
         FROM (SELECT i, CASE WHEN i % ${perDirective} = 9 THEN 'support' ELSE 'lead' END AS role,
                      CASE WHEN i % ${perDirective} = 9 THEN i - 1 ELSE i END AS task,
                      i / ${perDirective} AS d, (i::bigint * 7919 % ${units})::int AS unit,
                      date_trunc('day', now()) - INTERVAL '1095 days' + INTERVAL '2 hours'
                        + (i / ${perDirective}) * (INTERVAL '1094 days' / ${directives}) AS began
                 FROM generate_series(0, ${assignments - 1}) AS i) AS given;
       ALTER TABLE life ADD PRIMARY KEY (i)`,
    ],
    [
      'what was done',
      `CREATE TEMP TABLE done AS
       SELECT i, number AS version, state, at, report, lead(at) OVER (PARTITION BY i ORDER BY number) AS until
         FROM life CROSS JOIN LATERAL (VALUES
           (1, 'assigned', began, 0),
           (2, 'received', began + (1 + i % 3) * INTERVAL '8 hours', 0),
           (3, CASE fate WHEN 'withdrawn' THEN 'withdrawn' ELSE 'submitted' END,
               CASE fate WHEN 'withdrawn' THEN began + 2 * ${day} ELSE GREATEST(sent, began + ${day} + ${day}) END, 1),
           (4, CASE fate WHEN 'returned' THEN 'returned' ELSE 'completed' END,
               GREATEST(sent, began + 2 * ${day}) + (1 + i % 3) * ${day}, 1),
           (5, 'submitted', GREATEST(sent, began + 2 * ${day}) + 8 * ${day}, 2),
           (6, 'completed', GREATEST(sent, began + 2 * ${day}) + 10 * ${day}, 2)
         ) AS act(number, state, at, report)
        WHERE act.number <= CASE fate WHEN 'received' THEN 2 WHEN 'withdrawn' THEN 3 WHEN 'returned' THEN 6 ELSE 4 END
          AND act.at <= now();
       CREATE INDEX ON done (i)`,
    ],
    [
      'directives',
      `INSERT INTO directive (id, kind, title, number, symbol, abstract, issued_on, directed_by_id,
           signed_by, drafted_by_id, visibility, recorded_at, recorded_by_id, entry_deadline_at)
       SELECT directive_id, kind, ${titleOf()}, (1 + d)::text, 'UBND-ĐTXD', ${titleOf()}, issued_on,
              leader_id, ${pick(words.people, 'd % 4')}, specialist_id, visibility, began,
              specialist_id, began + INTERVAL '6 hours'
         FROM life WHERE i % ${perDirective} = 0`,
    ],
    [
      'tasks',
      `INSERT INTO task (id, directive_id, position, content, due_on, search_text)
       SELECT task_id, directive_id, 1 + i % ${perDirective}, ${contentOf()}, due_on,
              (1 + d) || '/ubnd-dtxd ' || ${folded(titleOf(fold))} || ' ' || ${folded(contentOf(fold))}
         FROM life WHERE role = 'lead'`,
    ],
    [
      'assignments',
      `INSERT INTO assignment (id, task_id, directive_id, role, original_due_on, assigned_at, version)
       SELECT id, task_id, directive_id, role, due_on, began,
              (SELECT max(version) FROM done WHERE done.i = life.i)
         FROM life`,
    ],
    [
      'stretches of life',
      `INSERT INTO assignment_period (assignment_id, version, valid_from, valid_to, role, unit_id,
           state, due_on, effective_due_on, received_at, submitted_at, completed_at, timeliness,
           first_timeliness, days_late, withdrawn_at, withdrawal_reason, task_id, directive_id, kind,
           visibility, directed_by_id, drafted_by_id, issued_on)
       SELECT id, version, at, until, role, unit_id, state, due_on, due_on,
              CASE WHEN version > 1 THEN began + (1 + i % 3) * INTERVAL '8 hours' END,
              CASE WHEN report > 0 AND state <> 'withdrawn' THEN sent END,
              CASE WHEN state = 'completed' THEN at END,
              CASE WHEN report > 0 AND state <> 'withdrawn' THEN ${classOf(lateBy)} END,
              CASE WHEN report > 0 AND state <> 'withdrawn' THEN ${classOf(lateBy)} END,
              CASE WHEN report > 0 AND state <> 'withdrawn' AND ${lateBy} > 0 THEN ${lateBy} END,
              CASE WHEN state = 'withdrawn' THEN at END,
              CASE WHEN state = 'withdrawn' THEN 'Không còn phù hợp' END, task_id, directive_id, kind,
              visibility, leader_id, specialist_id, issued_on
         FROM life JOIN done USING (i)`,
    ],
    [
      'reports',
      `INSERT INTO report (id, assignment_id, attempt, title, number, symbol, abstract, issued_on,
           signed_by, summary, submitted_at, submitted_by_id, recorded_at, entry_deadline_at,
           review_due_at, unit_id, due_on, effective_due_on, timeliness, days_late)
       SELECT ${idSql('report', 'i::bigint * 2 + report', 'at')}, id, report, 'Báo cáo kết quả vụ việc ' || i,
              (1 + i % 900)::text, 'BC', '', (at + INTERVAL '7 hours')::date,
              ${pick(words.people, 'i')}, 'Đã thực hiện xong nội dung được giao.', at,
              ${idSql('account of unit', 'unit')}, at, at + INTERVAL '6 hours', at + 2 * ${day},
              unit_id, due_on, due_on, ${classOf(lateBy)}, CASE WHEN ${lateBy} > 0 THEN ${lateBy} END
         FROM life JOIN done USING (i) WHERE state = 'submitted'`,
    ],
    [
      'reviews',
      `INSERT INTO review (report_id, verdict, comment, reviewed_at, reviewed_by_id)
       SELECT ${idSql('report', 'i::bigint * 2 + report', 'submitted_at')},
              CASE state WHEN 'completed' THEN 'satisfactory' ELSE 'unsatisfactory' END,
              CASE state WHEN 'completed' THEN NULL ELSE 'Bổ sung số liệu.' END, at,
              ${idSql('reviewer', 'i % 5')}
         FROM life JOIN (SELECT *, lag(at) OVER (PARTITION BY i ORDER BY version) AS submitted_at
                           FROM done) AS done USING (i)
        WHERE state IN ('completed', 'returned')`,
    ],
    ['files of directives', filesOf('directive', 'recorded')],
    ['files of reports', filesOf('report', 'submitted')],
    [
      'history',
      `INSERT INTO event (id, at, type, account_id, role, unit_id, subject, subject_id, assignment_id,
                          before, after, request_id)
       SELECT ${idSql('event', 'i::bigint * 8 + version', 'at')}, at,
              'assignment.' || CASE state WHEN 'submitted' THEN 'reported' WHEN 'completed' THEN 'accepted' ELSE state END,
              CASE WHEN state IN ('assigned', 'withdrawn') THEN specialist_id
                   WHEN state IN ('completed', 'returned') THEN ${idSql('reviewer', 'i % 5')}
                   ELSE ${idSql('account of unit', 'unit')} END,
              CASE WHEN state IN ('assigned', 'withdrawn') THEN 'specialist'
                   WHEN state IN ('completed', 'returned') THEN 'reviewer' ELSE 'unit' END,
              CASE WHEN state IN ('received', 'submitted') THEN unit_id END,
              'assignment', id, id, NULL,
              jsonb_strip_nulls(jsonb_build_object('state', state, 'reportId', CASE
                WHEN state = 'submitted' THEN ${idSql('report', 'i::bigint * 2 + report', 'at')}
                WHEN state IN ('completed', 'returned')
                THEN ${idSql('report', 'i::bigint * 2 + report', 'before')} END)),
              'bench-' || i || '-' || version
         FROM life JOIN (SELECT *, lag(at) OVER (PARTITION BY i ORDER BY version) AS before
                           FROM done) AS done USING (i) ORDER BY at`,
    ],
    ['what it was made from', 'DROP TABLE done, life'],
  ]
}

/** Each with one signed document. @param when how its coming is called */
const filesOf = (what: 'directive' | 'report', when: string) => {
  const id = idSql(`file of ${what}`, 'n', 'at')
  return `
    WITH made AS (
      SELECT id, ${when}_at AS at, ${when}_by_id AS by, row_number() OVER () AS n FROM ${what}
    ), kept AS (
      INSERT INTO file (id, name, media_type, size, sha256, signatures, uploaded_at, uploaded_by_id)
      SELECT ${id}, 'van-ban-' || n || '.pdf', 'application/pdf', 100000 + n * 7919 % 900000,
             encode(sha256(convert_to('${what} ' || n, 'UTF8')), 'hex'), '[]', at, by
        FROM made
    )
    INSERT INTO ${what}_file (${what}_id, file_id, role, position)
    SELECT id, ${id}, 'signed_document', 0 FROM made`
}
