import { expect, it } from 'vitest'
import { byUnit, type Remindable, skipInSight, skippedWords } from './reminders.ts'

const row = (unit: string, more: Partial<Remindable> = {}): Remindable => ({
  id: unit,
  role: 'lead',
  state: 'received',
  unit: { id: unit, name: `Sở ${unit}` },
  ...more,
})

it('tells beforehand what a list can know', () => {
  expect(skipInSight(row('A'), '2026-11-23')).toBe(null)
  expect(skipInSight(row('A', { role: 'support' }), '2026-11-23')).toBe('support')
  expect(skipInSight(row('A', { state: 'completed' }), '2026-11-23')).toBe('not-open')
})

it('counts the tasks of each unit', () => {
  expect(byUnit([row('A'), row('B'), row('A')])).toEqual([
    { name: 'Sở A', count: 2 },
    { name: 'Sở B', count: 1 },
  ])
})

it('says each reason once', () => {
  expect(skippedWords(['support', 'not-open', 'support'])).toEqual([
    '2 nhiệm vụ: đơn vị chỉ phối hợp thực hiện',
    '1 nhiệm vụ: đã báo cáo, đã hoàn thành hoặc đã thu hồi',
  ])
})
