/** What the public reads of one assignment of a list. */
export const columns = `p.assignment_id AS id, p.state, p.timeliness, p.days_late AS "daysLate",
  p.directive_id AS "directiveId", p.kind, d.number, d.symbol, d.title,
  p.issued_on::text AS "issuedOn", p.task_id AS "taskId", t.content, p.unit_id AS "unitId",
  u.code, u.name, u.type, p.due_on::text AS "dueOn", p.effective_due_on::text AS "effectiveDueOn",
  a.original_due_on::text AS "originalDueOn", p.received_at AS "receivedAt",
  p.submitted_at AS "submittedAt", p.completed_at AS "completedAt", p.valid_from AS "updatedAt"`

export const lists = `FROM assignment_period p
  JOIN assignment a ON a.id = p.assignment_id
  JOIN task t ON t.id = p.task_id
  JOIN directive d ON d.id = p.directive_id
  JOIN unit u ON u.id = p.unit_id`

/** One assignment with its order, reports, verdicts and history. */
export const life = `SELECT ${columns}, d.abstract, d.signed_by AS "signedBy",
  (SELECT json_build_object('name', l.name, 'position', l.position)
     FROM leader l WHERE l.id = d.directed_by_id) AS "directedBy",
  (SELECT json_agg(json_build_object('title', r.title, 'number', r.number, 'symbol', r.symbol,
          'issuedOn', r.issued_on, 'submittedAt', r.submitted_at, 'timeliness', r.timeliness,
          'verdict', (SELECT v.verdict FROM review v WHERE v.report_id = r.id)) ORDER BY r.attempt)
     FROM report r WHERE r.assignment_id = a.id) AS reports,
  (SELECT json_agg(json_build_object('at', e.at, 'type', e.type, 'after', e.after) ORDER BY e.sequence)
     FROM event e WHERE e.assignment_id = a.id) AS history,
  (SELECT json_agg(json_build_object('code', v.code, 'name', v.name))
     FROM assignment b JOIN assignment_period q ON q.assignment_id = b.id AND q.valid_to IS NULL
     JOIN unit v ON v.id = q.unit_id
    WHERE b.task_id = a.task_id AND q.role = 'support' AND q.state <> 'withdrawn') AS support
  ${lists} WHERE p.assignment_id = $1 AND p.valid_to IS NULL`

/** Three working days on; the bench runs on what day it will, and a day more or less costs the same. */
export const dueSoonThrough = (today = ''): string =>
  new Date(Date.parse(today) + 3 * 86_400_000).toISOString().slice(0, 10)

const status = `CASE p.state
  WHEN 'completed' THEN 'completed_' || p.timeliness
  WHEN 'submitted' THEN 'awaiting_review'
  ELSE CASE WHEN p.effective_due_on < $1::date THEN 'overdue'
            WHEN p.effective_due_on <= $2::date THEN 'due_soon' ELSE 'in_progress' END END`

const grouped = (
  from: string,
) => `SELECT p.unit_id AS key, ${status} AS status, count(*)::int AS count,
       (count(*) FILTER (WHERE p.state = 'returned'))::int AS returned,
       (count(*) FILTER (WHERE p.state = 'assigned'))::int AS "notReceived",
       (count(*) FILTER (WHERE p.extended))::int AS extended
  FROM assignment_period p ${from} AND p.role = 'lead' AND p.state <> 'withdrawn'
   AND p.visibility <> 'internal' GROUP BY 1, 2`

export const statistics = {
  now: grouped('WHERE p.valid_to IS NULL'),
  ofType: grouped('JOIN unit u ON u.id = p.unit_id WHERE p.valid_to IS NULL AND u.type = $3'),
  // What was kept from the public since is left out of its past too.
  asOf: grouped(`WHERE p.valid_from <= $3 AND (p.valid_to IS NULL OR p.valid_to > $3)
    AND NOT EXISTS (SELECT FROM directive d WHERE d.id = p.directive_id AND d.visibility = 'internal')`),
}
