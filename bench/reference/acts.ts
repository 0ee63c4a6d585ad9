import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'

interface Asked {
  assignmentId: string
  accountId: string
  fileId: string
}

const next = `
  WITH closed AS (
    UPDATE assignment_period SET valid_to = now() WHERE assignment_id = $1 AND valid_to IS NULL
    RETURNING *), counted AS (UPDATE assignment SET version = version + 1 WHERE id = $1)
  INSERT INTO assignment_period (assignment_id, version, valid_from, role, unit_id, state, due_on,
      effective_due_on, extended, received_at, submitted_at, completed_at, timeliness,
      first_timeliness, task_id, directive_id, kind, visibility, directed_by_id, drafted_by_id, issued_on)
  SELECT assignment_id, version + 1, valid_to, role, unit_id, $2, due_on, effective_due_on, extended,
      received_at, now(), CASE $2 WHEN 'completed' THEN now() END, 'early', 'early', task_id,
      directive_id, kind, visibility, directed_by_id, drafted_by_id, issued_on FROM closed`

const event = `
  INSERT INTO event (id, at, type, account_id, role, unit_id, subject, subject_id, assignment_id,
                     before, after, request_id)
  VALUES ($1, now(), $2, $3, $4, NULL, 'assignment', $5, $5, '{"state":"received"}', $6, 'reference')`

const tell = `
  INSERT INTO notification (id, account_id, kind, key, at, assignment_id, facts, in_bell, by_mail)
  SELECT gen_random_uuid(), id, $2, $3, now(), $1, $4, true, false FROM account
   WHERE CASE $5 WHEN 'unit' THEN unit_id = (SELECT unit_id FROM assignment_period
           WHERE assignment_id = $1 AND valid_to IS NULL) ELSE $5 = ANY(roles) END`

const facts = JSON.stringify({ directive: 'Văn bản', task: 'Việc được giao', unit: 'Đơn vị' })

/** The rows that a report and its review leave, written by bare statements in two transactions. */
export function acts(app: FastifyInstance, pool: pg.Pool): void {
  const act = (path: string, work: (client: pg.PoolClient, asked: Asked) => Promise<object>) =>
    app.post<{ Body: Asked }>(path, async ({ body }) => {
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        const answer = await work(client, body)
        await client.query('COMMIT')
        return answer
      } finally {
        client.release()
      }
    })

  act('/report', async (client, { assignmentId, accountId, fileId }) => {
    const id = randomUUID()
    await client.query('SELECT 1 FROM assignment WHERE id = $1 FOR NO KEY UPDATE', [assignmentId])
    await client.query(
      `INSERT INTO report (id, assignment_id, attempt, title, number, symbol, abstract, issued_on,
           signed_by, summary, submitted_at, submitted_by_id, recorded_at, entry_deadline_at,
           review_due_at, unit_id, due_on, effective_due_on, timeliness)
       SELECT $1, $2, (SELECT count(*) + 1 FROM report WHERE assignment_id = $2), 'Báo cáo', '1', 'BC',
              '', current_date, 'Người ký', '', now(), $3, now(), now(), now(), unit_id, due_on,
              effective_due_on, 'early'
         FROM assignment_period WHERE assignment_id = $2 AND valid_to IS NULL`,
      [id, assignmentId, accountId],
    )
    await client.query(`INSERT INTO report_file VALUES ($1, $2, 'signed_document', 0)`, [
      id,
      fileId,
    ])
    await client.query(next, [assignmentId, 'submitted'])
    const after = JSON.stringify({ state: 'submitted', reportId: id })
    const said = [randomUUID(), 'assignment.reported', accountId, 'unit', assignmentId, after]
    await client.query(event, said)
    await client.query(tell, [assignmentId, 'report_waits', id, facts, 'reviewer'])
    return { id }
  })

  act('/review', async (client, { assignmentId, accountId, fileId: reportId }) => {
    await client.query('SELECT 1 FROM assignment WHERE id = $1 FOR NO KEY UPDATE', [assignmentId])
    await client.query(`INSERT INTO review VALUES ($1, 'satisfactory', NULL, now(), $2)`, [
      reportId,
      accountId,
    ])
    await client.query(next, [assignmentId, 'completed'])
    const after = JSON.stringify({ state: 'completed', reportId })
    const said = [randomUUID(), 'assignment.accepted', accountId, 'reviewer', assignmentId, after]
    await client.query(event, said)
    await client.query(tell, [
      assignmentId,
      'report_accepted',
      `accepted ${reportId}`,
      facts,
      'unit',
    ])
    return { id: reportId }
  })
}
