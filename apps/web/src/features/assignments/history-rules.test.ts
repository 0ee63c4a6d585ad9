import { expect, test } from 'vitest'
import type { Report } from '../../api/assignments.ts'
import type { Schema } from '../../api/types.ts'
import { datesThrough, rulesBehind } from './history-rules.ts'

type Event = Schema<'HistoryEvent'>

const event = (type: Event['type'], before: Event['before'], after: Event['after']): Event => ({
  id: type,
  at: '2024-04-20T02:00:00.000Z',
  type,
  by: { account: null, role: null, unit: null },
  before,
  after,
  requestId: 'thu',
})

const assigned = event('assignment.assigned', null, {
  dueOn: '2024-04-28',
  effectiveDueOn: '2024-05-02',
})
const moved = event(
  'assignment.due_date_moved',
  { dueOn: '2024-04-28', effectiveDueOn: '2024-05-02' },
  { dueOn: '2024-05-10', effectiveDueOn: '2024-05-10' },
)
const reported = event('assignment.reported', { state: 'assigned' }, { reportId: 'bao-cao' })

const report = {
  issuedOn: '2024-04-30',
  issuedTime: null,
  submittedAt: '2024-04-30T09:00:00.000Z',
  timeliness: 'on_time',
  daysLate: null,
  entry: { deadlineAt: '2024-05-02T17:00:00.000Z', timeliness: 'on_time' },
  reviewDueAt: '2024-05-02T17:00:00.000Z',
  review: null,
} as unknown as Report

test('each event is explained by the dates that held then', () => {
  expect(datesThrough([assigned, reported, moved])).toEqual([
    { dueOn: '2024-04-28', effectiveDueOn: '2024-05-02' },
    { dueOn: '2024-04-28', effectiveDueOn: '2024-05-02' },
    { dueOn: '2024-05-10', effectiveDueOn: '2024-05-10' },
  ])
})

test('a due date on a day off says which day holds, and by which law', () => {
  const [dates = null] = datesThrough([assigned])
  expect(rulesBehind(assigned, dates, undefined)).toEqual([
    'Chủ nhật 28/04/2024 là ngày nghỉ nên hạn hiệu lực là ngày làm việc kế tiếp, thứ Năm 02/05/2024 (khoản 5 Điều 148 Bộ luật Dân sự 2015).',
  ])
  expect(rulesBehind(moved, datesThrough([assigned, moved])[1] ?? null, undefined)).toEqual([])
})

test('a report says its class, why, and whether its document was entered in time', () => {
  const [, dates = null] = datesThrough([assigned, reported])
  const [theClass, entry] = rulesBehind(reported, dates, report)
  expect(theClass).toContain('Kết quả: Đúng hạn. Gửi thứ Ba 30/04/2024')
  expect(theClass).toContain('chưa quá hạn hiệu lực thứ Năm 02/05/2024')
  expect(entry).toContain('ban hành thứ Ba 30/04/2024, phải cập nhật đến hết ngày 02/05/2024')
})
